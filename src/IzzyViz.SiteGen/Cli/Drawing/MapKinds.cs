using System.CommandLine;
using IzzyViz.SiteGen.Arrays;
using IzzyViz.SiteGen.Figures.Kinds;
using IzzyViz.SiteGen.Figures.Regions;

namespace IzzyViz.SiteGen.Cli.Drawing;

/// <summary>The figures of IzzyViz as words of <c>draw</c>.</summary>
internal static class MapKinds
{
    private static readonly Option<UseCase> Use = DrawOption.Word("--use-case", "Which part of a model the map is of.", CrossAttentionFigure.UseCases[0], [.. CrossAttentionFigure.UseCases.Select(u => (u.Name, u))]);
    private static readonly Option<int?> SourceEnd = DrawOption.WholeOrNone("--source-end", "How many of the first tokens the model was given; for the parts of a decoder’s sequence.", least: 1);
    private static readonly Option<int> QuestionEnd = DrawOption.WholeToGive("--question-end", "How many of the first tokens drawn are the question.", least: 1);
    private static readonly Option<bool> Signed = DrawOption.Flag("--signed", "Colour circles by which map has more, not by the second map.");
    private static readonly Option<double> CircleScale = DrawOption.Real("--circle-scale", "Makes all circles larger or smaller.", 1);
    private static readonly Option<double?> MaxRadius = DrawOption.RealOrNone("--max-circle-ratio", "Radius of the largest circle in cells; 0.45 if left out, and 0.5 with --signed.");
    private static readonly Option<ComparisonBase> Base = DrawOption.Word("--base", "What the signed circles lie on.", ComparisonBase.First, ("first", ComparisonBase.First), ("second", ComparisonBase.Second), ("none", ComparisonBase.None));
    private static readonly Option<ErrorMeasure> Sem = Error(ErrorMeasure.Sem);
    private static readonly Option<ErrorMeasure> Sd = Error(ErrorMeasure.Sd);
    private static readonly Option<bool> White = DrawOption.Flag("--white-center", "Circles are pale in the middle and show the upper end of the interval alone.");
    private static readonly Option<double> Contrast = DrawOption.Real("--contrast", "How many errors the centre lies below the mean and the rim above it.", 2);
    private static readonly Option<double> Radius = DrawOption.Real("--max-circle-ratio", "Radius of the largest circle in cells.", 0.45);
    private static readonly Option<Ground> Background = DrawOption.Word("--background", "Whether cells are coloured by the mean.", Ground.On, ("on", Ground.On), ("off", Ground.Off));
    private static readonly Option<LineScale> Scale = DrawOption.Word("--scale", "One range for all lines, or each cell its own.", LineScale.Shared, ("shared", LineScale.Shared), ("cell", LineScale.Cell));

    public static readonly DrawKind SelfAttention = new(MapTexts.SelfAttention, ArrayNeed.One)
    {
        Options = LensOptions.All,
        Draw = (arrays, call) => SelfAttentionFigure.Draw(arrays, call.Settings, LensOptions.Settings(call)),
    };

    public static readonly DrawKind CrossAttention = new(MapTexts.CrossAttention, ArrayNeed.One)
    {
        Options = [Use, SourceEnd, .. LensOptions.All],
        Draw = (arrays, call) => CrossAttentionFigure.Draw(arrays, call.Settings, LensOptions.Settings(call), (call.Value(Use), call.Value(SourceEnd))),
    };

    public static readonly DrawKind QuestionContext = new(MapTexts.QuestionContext, ArrayNeed.One)
    {
        Options = [QuestionEnd, LensOptions.Top, LensOptions.Enlarge, LensOptions.NoScores],
        Draw = (arrays, call) => QuestionContextFigure.Draw(arrays, call.Settings, new() { Top = call.Value(LensOptions.Top), Enlargement = call.Value(LensOptions.Enlarge), PrintsScores = !call.Value(LensOptions.NoScores) }, call.Value(QuestionEnd)),
    };

    public static readonly DrawKind Comparison = new(MapTexts.Comparison, ArrayNeed.Two)
    {
        Options = [Signed, CircleScale, MaxRadius, Base],
        Draw = (arrays, call) => ComparisonFigure.Draw(arrays, call.Settings, new() { IsSigned = call.Value(Signed), CircleScale = call.Value(CircleScale), MaxCircleRatio = call.Value(MaxRadius), Base = call.Value(Base) }),
    };

    public static readonly DrawKind Stability = new(MapTexts.Stability, ArrayNeed.Several)
    {
        Options = [Sem, White, Contrast, Radius],
        Draw = (arrays, call) => StabilityFigure.Draw(arrays, call.Settings, new() { Error = call.Value(Sem), HasWhiteCentre = call.Value(White), Contrast = call.Value(Contrast), MaxCircleRatio = call.Value(Radius) }),
    };

    public static readonly DrawKind TargetRings = new(MapTexts.TargetRings, ArrayNeed.Several)
    {
        Options = [Sd, Background],
        Draw = (arrays, call) => TargetRingsFigure.Draw(arrays, call.Settings, new() { Error = call.Value(Sd), HasBackground = call.Value(Background) == Ground.On }),
    };

    public static readonly DrawKind HalfPies = new(MapTexts.HalfPies, ArrayNeed.Several)
    {
        Options = [Sd, Background],
        Draw = (arrays, call) => HalfPiesFigure.Draw(arrays, call.Settings, new() { Error = call.Value(Sd), HasBackground = call.Value(Background) == Ground.On }),
    };

    public static readonly DrawKind Evolution = new(MapTexts.Evolution, ArrayNeed.Several)
    {
        Options = [Scale],
        Draw = (arrays, call) => EvolutionFigure.Draw(arrays, call.Settings, call.Value(Scale)),
    };

    public static readonly DrawKind Regions = new(MapTexts.Regions, ArrayNeed.One)
    {
        Options = RegionsOptions.All,
        Draw = (arrays, call) => RegionsFigure.Draw(arrays, call.Settings, RegionsOptions.Settings(call)),
    };

    private static Option<ErrorMeasure> Error(ErrorMeasure byDefault) =>
        DrawOption.Word("--error", "How the spread is measured: standard error of the mean, or standard deviation.", byDefault, ("sem", ErrorMeasure.Sem), ("sd", ErrorMeasure.Sd));

    private enum Ground
    {
        On,
        Off,
    }
}

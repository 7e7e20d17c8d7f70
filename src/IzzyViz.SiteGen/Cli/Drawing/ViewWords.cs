using System.Collections.Immutable;
using System.CommandLine;
using IzzyViz.SiteGen.Arrays;
using IzzyViz.SiteGen.Figures;
using IzzyViz.SiteGen.Figures.Kinds;
using IzzyViz.SiteGen.Figures.Maps;
using IzzyViz.SiteGen.Figures.Views;

namespace IzzyViz.SiteGen.Cli.Drawing;

/// <summary>The views of other tools as words of <c>draw</c>.</summary>
internal static class ViewWords
{
    private const string Heads = "the maps of one or more heads";

    public static ImmutableArray<DrawKind> All { get; } =
    [
        Kind("head-view", "the maps of heads; of more than eight the clearest", [ViewOptions.Floor], HeadView),
        Kind("model-view", "the maps of all heads", [ViewOptions.Layers, ViewOptions.Floor], ModelView),
        Kind("neuron-view", "two matrices [token, dimension], queries and keys of one head", [ViewOptions.Query, ViewOptions.Dimensions, ViewOptions.Causal], NeuronWords.Draw) with { Need = ArrayNeed.Vectors },
        Kind("head-sum", Heads, [ViewOptions.Mass], HeadSum),
        Kind("token-colours", Heads + ", taken together", [ViewOptions.From, ViewOptions.To], TokenColours),
    ];

    /// <summary>A kind that a manifest knows too, with the same words.</summary>
    public static DrawKind Kind(string id, string data, ImmutableArray<Option> options, Func<FigureArrays, DrawCall, DrawnFigure> draw)
    {
        var kind = FigureKinds.All.Single(k => k.Id == id);
        var text = new KindText(id, kind.Title, data) { Question = kind.Question, Reading = kind.Reading, Limits = kind.Limits };
        return new(text, ArrayNeed.Stack) { Options = options, Draw = (arrays, call) => Titled(draw(MapInput.Readable(arrays), call), arrays, call) };
    }

    private static DrawnFigure Titled(DrawnFigure drawn, FigureArrays arrays, DrawCall call) => drawn with
    {
        Figure = drawn.Figure with
        {
            Title = call.Settings.Title ?? drawn.Figure.Title,
            Legend = string.Join(' ', arrays.Notes.Prepend(drawn.Figure.Legend)),
        },
    };

    private static DrawnFigure HeadView(FigureArrays arrays, DrawCall call)
    {
        var maps = DrawnMaps.Of(arrays);
        var options = HeadViewOptions.Default with { Floor = call.Value(ViewOptions.Floor), NameOf = head => arrays.Tensors.Length > 1 ? head.Short : $"H{head.Head}" };
        return new(HeadViewFigure.Draw(maps, options), ViewNumbers.Lines(ClearestHeads.Of(maps, HeadViewFigure.MostHeads), options.Floor, options.MostLines));
    }

    private static DrawnFigure ModelView(FigureArrays arrays, DrawCall call)
    {
        var layers = ViewOptions.StackOf(call, arrays);
        var maps = DrawnMaps.Of(arrays, layers);
        var options = ModelViewOptions.Default with { Floor = call.Value(ViewOptions.Floor) };
        return new(ModelViewFigure.Draw(maps, options), ViewNumbers.Lines(maps, options.Floor, options.MostLines));
    }

    private static DrawnFigure HeadSum(FigureArrays arrays, DrawCall call)
    {
        var maps = DrawnMaps.Of(arrays);
        var options = HeadSumOptions.Default with { Mass = call.Value(ViewOptions.Mass) };
        return new(HeadSumFigure.Draw(maps, options), ViewNumbers.Sum(maps, options));
    }

    private static DrawnFigure TokenColours(FigureArrays arrays, DrawCall call)
    {
        var mean = Analysis.Statistics.Flow.HeadMean.Of(DrawnMaps.Of(arrays));
        var options = TokenColoursOptions.Default with
        {
            From = DrawnMaps.Token(arrays, "--from", (call.Value(ViewOptions.From), arrays.Axes.Queries.Count)),
            To = DrawnMaps.Token(arrays, "--to", (call.Value(ViewOptions.To), arrays.Axes.Keys.Count)),
            HeadName = arrays.Matrices.Length == 1 ? null : $"Mean of {arrays.Matrices.Length} heads",
            Exponent = ViewOptions.Exponent(call, TokenColoursOptions.Default.Exponent),
        };
        return new(TokenColoursFigure.Draw(mean, options), ViewNumbers.Shades(TokenColoursFigure.ValuesOf(mean, options)));
    }
}

using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using IzzyViz.SiteGen.Figures.Kinds;
using IzzyViz.SiteGen.Figures.Maps;

namespace IzzyViz.SiteGen.Cli.Drawing;

/// <summary>The options of maps with a lens.</summary>
internal static class LensOptions
{
    public static readonly Option<int> Top = DrawOption.Whole("--top", "How many of the strongest cells enlarge their row and column.", 3);

    public static readonly Option<double> Enlarge = DrawOption.Real("--enlarge", "How many times as large.", 1.8, least: 1);

    public static readonly Option<bool> NoScores = DrawOption.Flag("--no-scores", "Do not print the values of the strongest cells.");

    public static readonly Option<RegionBox[]> Region = new("--region")
    {
        Description = "Outline a block of cells; rows and columns count from 0 and are those that are drawn. Give it several times for several.",
        HelpName = "T,L,B,R",
        Arity = ArgumentArity.OneOrMore,
        DefaultValueFactory = _ => [],
        CustomParser = result => [.. result.Tokens.Select(t => Box(result, t.Value))],
    };

    private static readonly Option<RegionSource> Regions = DrawOption.Word("--regions", "Find regions with the exhaustive finder and outline them.", RegionSource.None, ("auto", RegionSource.Auto), ("none", RegionSource.None));

    public static readonly Option<int?> LabelInterval = DrawOption.WholeOrNone("--label-interval", "In long inputs, label every n-th position.", least: 1);

    public static readonly Option<bool> NoTopLabels = DrawOption.Flag("--no-top-labels", "In long inputs, do not name the tokens of the strongest cells.");

    public static readonly Option<int> LongThreshold = DrawOption.Whole("--long-threshold", "Above so many tokens an input is long.", 64);

    public static ImmutableArray<Option> All { get; } = [Top, Enlarge, NoScores, Region, Regions, LabelInterval, NoTopLabels, LongThreshold];

    public static LensSettings Settings(DrawCall call) => new()
    {
        Top = call.Value(Top),
        Enlargement = call.Value(Enlarge),
        PrintsScores = !call.Value(NoScores),
        Regions = [.. call.Value(Region)],
        FindsRegions = call.Value(Regions) == RegionSource.Auto,
        Labels = new() { LongThreshold = call.Value(LongThreshold), Interval = call.Value(LabelInterval), NamesTop = !call.Value(NoTopLabels) },
    };

    private enum RegionSource
    {
        None,
        Auto,
    }

    private static RegionBox Box(ArgumentResult result, string text)
    {
        var sides = text.Split(',').Select(s => int.TryParse(s, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1).ToArray();
        if (sides is [>= 0, >= 0, >= 0, >= 0])
        {
            return new(sides[0], sides[1], sides[2], sides[3]);
        }

        result.AddError($"'--region' needs top,left,bottom,right, each a number counted from 0, not '{text}'.");
        return default;
    }
}

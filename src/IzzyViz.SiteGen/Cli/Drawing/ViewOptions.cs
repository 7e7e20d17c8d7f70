using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using IzzyViz.SiteGen.Arrays;

namespace IzzyViz.SiteGen.Cli.Drawing;

/// <summary>The options of the views: lines, flows, journeys.</summary>
internal static class ViewOptions
{
    public static readonly Option<int?> Layers = DrawOption.WholeOrNone("--layers", "How many layers the maps are of, in order; if left out, one per tensor, or one per map.", least: 1);

    public static readonly Option<double> Floor = DrawOption.Real("--floor", "Weaker weights are counted, not drawn.", 0.1);

    public static readonly Option<double> ArcFloor = DrawOption.Real("--floor", "Weaker weights are counted, not drawn.", 0.08);

    public static readonly Option<double> FlowFloor = DrawOption.Real("--floor", "Thinner flows are counted, not drawn.", 0.004);

    public static readonly Option<double> Mass = DrawOption.Real("--mass", "Of each token the strongest keys are drawn until they hold this share of its weight.", 0.7);

    public static readonly Option<int?> From = DrawOption.WholeOrNone("--from", "Colour by what this token attends to.");

    public static readonly Option<int?> To = DrawOption.WholeOrNone("--to", "Colour by what attends to this token.");

    public static readonly Option<int?> Token = DrawOption.WholeOrNone("--token", "The token followed; if left out the first where it is special and sees all, else the last that is not special.");

    public static readonly Option<int> Keys = DrawOption.Whole("--keys", "How many keys have a band of their own, at most 7.", 7, least: 1);

    public static readonly Option<int> Prompt = DrawOption.WholeToGive("--prompt", "How many of the first tokens were given; the others were written.", least: 1);

    public static readonly Option<int> Query = DrawOption.WholeToGive("--query", "The token whose query vector is shown.");

    public static readonly Option<int> Dimensions = DrawOption.Whole("--dimensions", "How many dimensions are drawn, strongest first.", 32, least: 1);

    public static readonly Option<bool> Causal = DrawOption.Flag("--causal", "The query sees no key behind it; so it is by itself for tensors of a decoder.");

    /// <summary>One layer per map where nothing else is said and there are no tensors.</summary>
    public static int LayersOf(DrawCall call, FigureArrays arrays) => call.Value(Layers) ?? (arrays.Tensors.IsEmpty ? arrays.Matrices.Length : arrays.Tensors.Length);

    /// <summary>One layer where nothing else is said and there are no tensors.</summary>
    public static int StackOf(DrawCall call, FigureArrays arrays) => call.Value(Layers) ?? Math.Max(1, arrays.Tensors.Length);

    /// <summary>The exponent where it was given; the figure's own elsewhere.</summary>
    public static double Exponent(DrawCall call, double own) => call.Parsed.GetResult(DrawOptions.Gamma) is { Implicit: false } ? call.Value(DrawOptions.Gamma) : own;
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures.Views;

namespace IzzyViz.SiteGen.Figures.Evolution;

internal sealed record LayerArcsOptions
{
    public static readonly LayerArcsOptions Default = new();

    public string Slug { get; init; } = "layer-arcs";

    public double Floor { get; init; } = 0.08;

    public int MostArcs { get; init; } = 4000;

    public string Heads { get; init; } = "mean of all heads";
}

/// <summary>One example through the layers: the text along the page, a band of arcs per layer, each arc as thick as its weight.</summary>
internal static class LayerArcsFigure
{
    /// <param name="layers">One map per layer of self-attention.</param>
    public static Figure Draw(ImmutableArray<AttentionMap> layers, LayerArcsOptions options)
    {
        var lines = WeightLines.Of(layers, new(options.Floor, options.MostArcs));
        return new()
        {
            Slug = options.Slug,
            Title = "Arcs through the layers",
            Description = Description(layers, lines),
            HowToRead = "Each band is a layer over the same tokens, the first on top. An arc above the line leads from a token back to one before it, an arc below it ahead to one behind it; "
                + "a dot is weight that stays on the token. The thicker, the larger the weight: follow an arc down the bands to see it grow or fade.",
            Legend = $"Weights are the {options.Heads} of a layer. Arcs to special tokens are grey. {lines.Words()}",
            Scene = new ArcBands(layers, lines).Compose(),
        };
    }

    private static string Description(ImmutableArray<AttentionMap> layers, WeightLines lines)
    {
        var tokens = layers[0].Axes.Queries;
        var byLayer = lines.Drawn.Where(l => l.Query != l.Key).GroupBy(l => l.Map).OrderBy(g => g.Key)
            .Select(g => (Layer: layers[g.Key].Head.Layer, Line: g.Last()))
            .Select(b => $"L{b.Layer} “{tokens.Tokens[b.Line.Query].Label}” to “{tokens.Tokens[b.Line.Key].Label}” {FigureNumber.Score(b.Line.Weight)}");
        return $"{layers.Length} layers over {tokens.Count} tokens. The strongest arc of each: {string.Join("; ", byLayer)}.";
    }
}

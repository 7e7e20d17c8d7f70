using System.Collections.Immutable;
using IzzyViz.Analysis.Summaries;
using IzzyViz.Analysis.Tokens;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures.Lens;
using IzzyViz.SiteGen.Figures.Views;

namespace IzzyViz.SiteGen.Figures.Evolution;

internal sealed record TokenJourneyOptions
{
    public static readonly TokenJourneyOptions Default = new();

    public string Slug { get; init; } = "token-journey";

    /// <summary>The token that attends; <see cref="FollowedToken"/> if null.</summary>
    public int? Token { get; init; }

    /// <summary>Keys with a band of their own; the others are one band.</summary>
    public int Keys { get; init; } = Palette.Categories - 1;

    /// <summary>What a layer's weights are: "mean of all heads".</summary>
    public string Heads { get; init; } = "mean of all heads";
}

/// <summary>Where one token's attention goes, layer by layer: a band per key, the thicker the more weight, the heaviest on top.</summary>
internal static class TokenJourneyFigure
{
    /// <param name="layers">One map per layer over the same tokens.</param>
    public static Figure Draw(ImmutableArray<AttentionMap> layers, TokenJourneyOptions options)
    {
        var axes = layers[0].Axes;
        var query = options.Token ?? FollowedToken.Of(axes);
        var bands = JourneyBands.Of(layers, query, options.Keys);
        var token = axes.Queries.Tokens[query].Label;
        return new()
        {
            Slug = options.Slug,
            Title = $"Where “{token}” attends, layer by layer",
            Description = $"Shares of the attention of “{token}” (token {query}) through {layers.Length} layers, {options.Heads}. {string.Join(" ", bands.Where(b => b.Key >= 0).Take(4).Select(b => Words(b, axes.Keys)))}",
            HowToRead = "Layers run from left to right. The height of a band is the share of the token’s weight that a key gets in that layer; in each layer the heaviest lies on top, and all others together at the bottom.",
            Legend = $"Every layer’s weights, {options.Heads}, sum to 100{'\u00a0'}%. The {bands.Length - 1} keys with the largest share in any layer have a band of their own; the other {FigureNumber.Count(axes.Keys.Count - bands.Length + 1)} are one band.",
            Scene = Compose(bands, axes, query),
        };
    }

    private static Scene Compose(ImmutableArray<JourneyBand> bands, Analysis.Captures.AttentionAxes axes, int query)
    {
        var chart = new BumpChart([.. bands.Select(b => b.Shares)], lastIsRest: true);
        var names = bands.Select(b => NameOf(b, axes, query)).ToArray();
        var (key, height) = HeadColors.Key(names.Select((name, i) => (name, chart.PaintOf(i))), chart.Width, BumpChart.Opacity);
        return new(chart.Width, height + 8 + chart.Height,
        [
            new GroupNode(key),
            new GroupNode([.. chart.Draw(names)]) { Placement = new(0, height + 8) },
        ]);
    }

    private static string NameOf(JourneyBand band, Analysis.Captures.AttentionAxes axes, int query)
    {
        if (band.Key < 0)
        {
            return "all others";
        }

        var label = TextClass.Closed(TextMeasure.Cut(axes.Keys.Tokens[band.Key].Label, TextStyle.Label, AxisLabels.MaximumWidth));
        return axes.Queries.Count == axes.Keys.Count && band.Key == query ? $"{label} (itself)" : $"{label} ({band.Key})";
    }

    private static string Words(JourneyBand band, TokenSequence keys)
    {
        var peak = band.Shares.IndexOf(band.Peak);
        return $"“{keys.Tokens[band.Key].Label}” (token {band.Key}): {FigureNumber.PerCent(band.Shares[0])} in the first layer, at most {FigureNumber.PerCent(band.Peak)} (L{peak}), {FigureNumber.PerCent(band.Shares[^1])} in the last.";
    }
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Summaries;
using IzzyViz.Analysis.Tokens;
using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Figures.Views;

internal sealed record TokenColoursOptions
{
    public static readonly TokenColoursOptions Default = new();

    public string? Slug { get; init; }

    public string? Title { get; init; }

    /// <summary>Colour by how much of this query's weight each token gets; null for the weight received from all.</summary>
    public int? From { get; init; }

    /// <summary>Colour by how much of each token's weight this key gets; goes before <see cref="From"/>.</summary>
    public int? To { get; init; }

    public string? HeadName { get; init; }

    public double Width { get; init; } = 640;

    public double Exponent { get; init; } = 0.7;
}

/// <summary>The text itself, its tokens shaded by weight, as CircuitsVis colours them (Cooney and Nanda 2023).</summary>
internal static class TokenColoursFigure
{
    public static Figure Draw(AttentionMap map, TokenColoursOptions options)
    {
        var shading = Shading(map, options);
        var scale = new ColorScale(0, shading.Values.Where(v => !double.IsNaN(v)).DefaultIfEmpty(0).Max(), options.Exponent);
        var words = new ScaleWords($"{shading.Axis}, exponent {FigureNumber.Exponent(options.Exponent)}", Array.Exists(shading.Values, double.IsNaN) ? "not seen" : null);
        var width = Math.Max(options.Width, ScaleLegend.MinimumWidth(words));
        var (nodes, height) = ShadedText.Draw(shading.Tokens, shading.Values, (scale, width, map.Axes.IsSelf ? options.To ?? options.From : null));
        return new()
        {
            Slug = options.Slug ?? "token-colours",
            Title = options.Title ?? $"{options.HeadName ?? map.Head.Short}: {shading.Title}",
            Description = Description(shading),
            HowToRead = shading.Reading,
            Legend = $"Colour is {shading.Axis} from 0 to {FigureNumber.Tick(scale.Norm.Maximum, scale.Norm.Maximum)}, exponent {FigureNumber.Exponent(options.Exponent)}.{(words.Masked is null ? "" : " Hatched tokens cannot be seen from there.")}",
            Scene = new(width, height + 12 + ScaleLegend.Height, [new GroupNode(nodes) { Style = ShadedText.Style }, new GroupNode(ScaleLegend.Draw(scale, words, width)) { Placement = new(0, height + 12) }]),
        };
    }

    /// <summary>What the tokens are shaded by; NaN where one cannot be seen.</summary>
    public static double[] ValuesOf(AttentionMap map, TokenColoursOptions options) => Shading(map, options).Values;

    private static TokenShading Shading(AttentionMap map, TokenColoursOptions options)
    {
        var (queries, keys) = (map.Axes.Queries, map.Axes.Keys);
        return options switch
        {
            { To: { } to } => new(queries, [.. Enumerable.Range(0, queries.Count).Select(q => At(map, q, to))], $"what attends to “{keys.Tokens[to].Label}”", "weight given to it",
                $"The darker a token, the more of its weight goes to {Framed(map, keys.Tokens[to])}."),
            { From: { } from } => new(keys, [.. Enumerable.Range(0, keys.Count).Select(k => At(map, from, k))], $"what “{queries.Tokens[from].Label}” attends to", "weight received from it",
                $"The darker a token, the more weight {Framed(map, queries.Tokens[from])} gives to it."),
            _ => new(keys, ReceivedWeight.Of(map), "weight received by each token", "mean weight received",
                "The darker a token, the more weight it receives, a mean over the tokens that can see it."),
        };
    }

    // The token lies in the text that is shown only where a text attends to itself.
    private static string Framed(AttentionMap map, Token token) => map.Axes.IsSelf ? "the token in the frame" : $"“{token.Label}” of the other text";

    private static double At(AttentionMap map, int query, int key) => map.Axes.Mask[query, key] ? map[query, key] : double.NaN;

    private static string Description(TokenShading shading)
    {
        var most = shading.Values.Index().Where(v => !double.IsNaN(v.Item)).OrderByDescending(v => v.Item).Take(3).Select(v => $"“{shading.Tokens.Tokens[v.Index].Label}” {FigureNumber.Score(v.Item)}");
        return $"{shading.Tokens.Count} tokens shaded by {shading.Axis}. Most: {string.Join(", ", most)}.";
    }

    private sealed record TokenShading(TokenSequence Tokens, double[] Values, string Title, string Axis, string Reading);
}

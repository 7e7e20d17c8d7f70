using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Tokens;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Figures.Gallery;

/// <summary>The arrays that the gallery of figures is drawn from: made-up attention, written to docs/figures/samples so that anybody can draw it again.</summary>
internal static class SampleFiles
{
    private static readonly string[] Vectors = ["english-6", "causal-24", "english-64", "causal-200", "arabic-14", "mixed-16"];

    /// <summary>What stands in each file.</summary>
    public static ImmutableSortedDictionary<string, Func<string>> All { get; } = Axes
        .Select(a => (a.Key, Text: (Func<string>)(() => Maps(a.Value, a.Key == "causal-200" ? 2 : 8))))
        .Concat(Vectors.Select(v => ($"vectors-{v}", (Func<string>)(() => QueriesAndKeys(Axes[v].Queries)))))
        .ToImmutableSortedDictionary(f => f.Item1, f => f.Item2, StringComparer.Ordinal);

    private static ImmutableSortedDictionary<string, AttentionAxes> Axes => new Dictionary<string, AttentionAxes>(StringComparer.Ordinal)
    {
        ["english-6"] = SampleMaps.Axes(SampleMaps.Sequence(6), isCausal: false),
        ["causal-24"] = SampleMaps.Axes(SampleMaps.Sequence(24), isCausal: true),
        ["english-64"] = SampleMaps.Axes(SampleMaps.Sequence(64), isCausal: false),
        ["causal-200"] = SampleMaps.Axes(SampleMaps.Sequence(200), isCausal: true),
        ["chinese-24"] = Padded(SampleMaps.OfChinese().Axes.Queries, 4),
        ["arabic-14"] = SampleMaps.OfArabic().Axes,
        ["mixed-16"] = SampleMaps.Axes(SampleMaps.OfMixed().Axes.Queries, isCausal: true),
        ["cross-9x14"] = new(SampleMaps.Sequence(9), SampleMaps.OfArabic().Axes.Queries, AttentionMask.Full(9, 14)),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static AttentionAxes Padded(TokenSequence text, int padding)
    {
        var all = SampleMaps.Labelled([.. text.Tokens.Select(t => t.Label), .. Enumerable.Repeat("[PAD]", padding)]);
        return new(all, all, AttentionMask.From(all.Count, all.Count, (row, column) => row < text.Count && column < text.Count));
    }

    private static string Maps(AttentionAxes axes, int maps)
    {
        var kind = axes.IsSelf ? AttentionKind.Encoder : AttentionKind.Cross;
        var text = new StringBuilder("{\n");
        text.Append(axes.IsSelf ? $"\"tokens\": {Names(axes.Queries)},\n" : $"\"row_tokens\": {Names(axes.Queries)},\n\"col_tokens\": {Names(axes.Keys)},\n");
        text.Append(Mask(axes)).Append("\"matrices\": [\n");
        text.AppendJoin(",\n", Enumerable.Range(0, maps).Select(m => Matrix(axes.Keys.Count, Rounded(SampleMaps.Map(new(kind, m * 2 / maps, m * 2 % maps / 2), axes).Weights.Span, axes.Keys.Count))));
        return text.Append("\n]\n}\n").ToString();
    }

    private static string Mask(AttentionAxes axes) =>
        axes.Mask.IsFull ? ""
        : axes.Mask[axes.Queries.Count - 1, axes.Keys.Count - 1] ? "\"mask\": \"causal\",\n"
        : $"\"mask\": {Matrix(axes.Keys.Count, [.. Enumerable.Range(0, axes.Queries.Count * axes.Keys.Count).Select(i => axes.Mask[i / axes.Keys.Count, i % axes.Keys.Count] ? 1.0 : 0)])},\n";

    // Sums are rounded, and weights are the steps between them, so that every row still sums to 1.
    private static double[] Rounded(ReadOnlySpan<float> weights, int columns)
    {
        var (sum, rounded) = (0.0, new double[weights.Length]);
        for (var i = 0; i < weights.Length; i++)
        {
            var before = i % columns == 0 ? 0 : sum;
            sum = before + (double.IsNaN(weights[i]) ? 0 : weights[i]);
            rounded[i] = Math.Round(sum, 4) - Math.Round(before, 4);
        }

        return rounded;
    }

    private static string QueriesAndKeys(TokenSequence tokens)
    {
        const int Dimensions = 16;
        var keys = SampleVectors.Of(tokens.Count, Dimensions).K.ToArray().Select(v => (double)v).ToArray();
        double[] queries = [.. keys[..Dimensions], .. keys[..^Dimensions]];
        return $"{{\n\"tokens\": {Names(tokens)},\n\"matrices\": [\n{Matrix(Dimensions, queries)},\n{Matrix(Dimensions, keys)}\n]\n}}\n";
    }

    private static string Matrix(int columns, IEnumerable<double> values) =>
        "[" + string.Join(",\n", values.Chunk(columns).Select(r => "[" + string.Join(",", r.Select(v => v.ToString("0.####", CultureInfo.InvariantCulture))) + "]")) + "]";

    private static string Names(TokenSequence tokens) =>
        "[" + string.Join(", ", tokens.Tokens.Select(t => Name(t.Label))) + "]";

    // A lone surrogate has no place in UTF-8, and is written as its escape.
    private static string Name(string text) =>
        text.Any(char.IsSurrogate) && !text.EnumerateRunes().All(r => r.Value != 0xFFFD) ? "\"\\ud800\"" : JsonSerializer.Serialize(text, Readable);

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}

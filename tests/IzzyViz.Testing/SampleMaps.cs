using System.Collections.Immutable;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Summaries;
using IzzyViz.Analysis.Tokens;

namespace IzzyViz.Testing;

/// <summary>Made-up attention with the shapes that real heads have: diagonals, sinks, and noise. The same numbers on every machine.</summary>
public static class SampleMaps
{
    private static readonly string[] English =
        ["The", "lantern", "that", "the", "keeper", "had", "left", "on", "the", "stairs", "was", "still", "burn", "##ing", "when", "dawn", "came", ",", "and", "no", "##body", "could", "say", "who", "had", "lit", "it", "."];

    private static readonly string[] Chinese = ["[CLS]", "守", "灯", "人", "把", "灯", "留", "在", "楼", "梯", "上", "，", "天", "亮", "时", "还", "亮", "着", "。", "[SEP]"];

    private static readonly string[] Arabic = ["[CLS]", "ترك", "الحارس", "المصباح", "على", "الدرج", "،", "وكان", "##ال", "ضوء", "ما", "زال", "مشتعلا", "[SEP]"];

    private static readonly string[] Mixed =
        ["<s>", "▁naïve", "▁café", "👩‍👩‍👧", "▁flag", "🇵🇹", "e\u0301\u0323", "▁<&>", "𝔘𝔫𝔦", "ﷺ", "▁Donaudampfschifffahrtsgesellschaft", "Ġ", "\u0007", "\ud800", "▁ok", "</s>"];

    /// <summary>An encoder of 2 layers and 4 heads over one English sentence.</summary>
    public static ImmutableArray<AttentionMap> Encoder(int tokens = 12) => Model(AttentionKind.Encoder, 2, 4, tokens);

    /// <summary>A causal decoder of 2 layers and 4 heads.</summary>
    public static ImmutableArray<AttentionMap> Decoder(int tokens = 12) => Model(AttentionKind.Decoder, 2, 4, tokens);

    public static ImmutableArray<AttentionMap> Model(AttentionKind kind, int layers, int heads, int tokens)
    {
        var axes = Axes(Sequence(tokens), kind == AttentionKind.Decoder);
        return [.. from layer in Enumerable.Range(0, layers) from head in Enumerable.Range(0, heads) select Map(new(kind, layer, head), axes)];
    }

    /// <summary>Cross-attention of a decoder with <paramref name="queries"/> tokens over an encoder with <paramref name="keys"/>.</summary>
    public static ImmutableArray<AttentionMap> Cross(int queries, int keys, int layers = 2, int heads = 4)
    {
        var axes = new AttentionAxes(Sequence(queries), Sequence(keys), AttentionMask.Full(queries, keys));
        return [.. from layer in Enumerable.Range(0, layers) from head in Enumerable.Range(0, heads) select Map(new(AttentionKind.Cross, layer, head), axes)];
    }

    public static AttentionMap Single(int tokens, bool isCausal = false, int head = 1) =>
        Map(new(isCausal ? AttentionKind.Decoder : AttentionKind.Encoder, 1, head), Axes(Sequence(tokens), isCausal));

    public static AttentionMap OfChinese() => Map(new(AttentionKind.Encoder, 0, 1), Axes(Labelled(Chinese), false));

    public static AttentionMap OfArabic() => Map(new(AttentionKind.Encoder, 0, 2), Axes(Labelled(Arabic), false));

    /// <summary>Emoji sequences, combining marks, markup characters, a control character, a lone surrogate, a very long word.</summary>
    public static AttentionMap OfMixed() => Map(new(AttentionKind.Encoder, 0, 3), Axes(Labelled(Mixed), false));

    /// <summary>A map with exactly these weights; negative entries are masked.</summary>
    public static AttentionMap Exact(params double[][] rows)
    {
        var (queries, keys) = (rows.Length, rows[0].Length);
        var mask = AttentionMask.From(queries, keys, (i, j) => rows[i][j] >= 0);
        var weights = rows.SelectMany(r => r).Select(v => (float)Math.Max(v, 0)).ToArray();
        return new(new(AttentionKind.Encoder, 0, 0), new(Sequence(queries), Sequence(keys), mask), weights);
    }

    public static TokenSequence Labelled(params string[] labels) => new()
    {
        Tokens = [.. labels.Select((label, i) => new Token(i, label, 0, 0, 0, label is "[CLS]" or "[SEP]" or "<s>" or "</s>", 0, i))],
    };

    /// <summary>[CLS], an English sentence as often as needed, [SEP].</summary>
    public static TokenSequence Sequence(int tokens) =>
        Labelled([.. Enumerable.Range(0, tokens).Select(i => i == 0 ? "[CLS]" : i == tokens - 1 ? "[SEP]" : English[(i - 1) % English.Length])]);

    public static AttentionAxes Axes(TokenSequence tokens, bool isCausal) =>
        new(tokens, tokens, isCausal ? AttentionMask.Causal(tokens.Count, tokens.Count) : AttentionMask.Full(tokens.Count, tokens.Count));

    /// <summary>Row-wise softmax of a diagonal that the head shifts, a sink on the first token, and noise.</summary>
    public static AttentionMap Map(HeadAddress head, AttentionAxes axes)
    {
        var (queries, keys) = (axes.Queries.Count, axes.Keys.Count);
        var weights = new float[queries * keys];
        for (var i = 0; i < queries; i++)
        {
            var row = weights.AsSpan(i * keys, keys);
            for (var j = 0; j < keys; j++)
            {
                row[j] = axes.Mask[i, j] ? (float)Math.Exp(Score(head, (double)i / queries * keys, i, j)) : 0;
            }

            var sum = 0f;
            foreach (var weight in row)
            {
                sum += weight;
            }

            for (var j = 0; j < keys; j++)
            {
                row[j] /= sum;
            }
        }

        return new(head, axes, weights);
    }

    private static double Score(HeadAddress head, double row, int i, int j)
    {
        var distance = j - Math.Round(row) + (head.Head % 4);
        var diagonal = (head.Head % 3 == 2 ? 1.2 : 4.5) * Math.Exp(-distance * distance / (0.4 + (0.5 * head.Layer)));
        var sink = j == 0 ? 2.5 * (head.Layer % 3) : 0;
        return diagonal + sink + (1.6 * Noise((((head.Layer * 31) + head.Head) * 1_000_003) + (i * 1009) + j));
    }

    // A hash (Wang, 2007) spread over 0…1: reproducible without a generator's state.
    private static double Noise(int seed)
    {
        var x = (uint)seed;
        x = (x ^ 61) ^ (x >> 16);
        x *= 9;
        x ^= x >> 4;
        x *= 0x27d4eb2d;
        x ^= x >> 15;
        return x / (double)uint.MaxValue;
    }
}

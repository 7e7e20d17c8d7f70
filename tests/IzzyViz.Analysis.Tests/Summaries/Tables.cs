using System.Collections.Immutable;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Summaries;

namespace IzzyViz.Analysis.Tests.Summaries;

/// <summary>Run tables with given numbers: one encoder layer, statistics entropy and self.</summary>
internal static class Tables
{
    public static readonly ImmutableSortedDictionary<string, string> Provenance = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["model"] = "m1",
        ["tokenizer"] = "t1",
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    public static RunTable Of(int heads, IReadOnlyList<ExampleRow> examples, Func<int, int, int, double> value)
    {
        var values = new float[examples.Count * heads * 2];
        for (var k = 0; k < values.Length; k++)
        {
            values[k] = (float)value(k / (heads * 2), k / 2 % heads, k % 2);
        }

        return new()
        {
            ModelId = "tiny",
            SliceId = "reviews/negation",
            Provenance = Provenance,
            Modules = [new() { Kind = AttentionKind.Encoder, Layer = 0, Heads = heads, Tensor = "probs" }],
            Heads = [.. Enumerable.Range(0, heads).Select(h => new HeadAddress(AttentionKind.Encoder, 0, h))],
            StatisticIds = ["entropy", "self"],
            Examples = [.. examples],
            Values = values,
        };
    }

    public static ExampleRow Row(string id, string answer = "yes", string hash = "", int tokens = 8, OutputRow? outputs = null) =>
        new(id, hash.Length == 0 ? "hash of " + id : hash, tokens, ["tag"], null, $"text of {id}", outputs ?? new(answer, 0.9, 0.8, 0.1, null, null), [new SelfCheck(1e-7, 0, double.NaN, true, true, true)]);

    public static ExampleRow[] Rows(int count) => [.. Enumerable.Range(0, count).Select(e => Row($"r{e:D4}"))];
}

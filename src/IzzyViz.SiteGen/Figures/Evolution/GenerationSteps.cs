using System.Collections.Immutable;
using IzzyViz.Analysis.Summaries;

namespace IzzyViz.SiteGen.Figures.Evolution;

/// <summary>One step of writing: the position that was read last, and the token that was written from there.</summary>
/// <param name="Query">The row of the map: the position whose output chose the token.</param>
/// <param name="Written">The position of the token written, one behind <paramref name="Query"/>.</param>
/// <param name="First">Share of the row's weight on the first key.</param>
/// <param name="Prompt">On the rest of the prompt; of the source text in cross-attention.</param>
/// <param name="Generated">On what was written before.</param>
internal sealed record GenerationStep(int Query, int Written, double First, double Prompt, double Generated)
{
    /// <summary>Strongest keys beyond the first position, strongest first.</summary>
    public required ImmutableArray<(int Key, double Weight)> Strongest { get; init; }
}

/// <summary>A map cut into the steps that wrote the last of its queries.</summary>
internal static class GenerationSteps
{
    /// <param name="prompt">How many tokens were given; the others were written one by one.</param>
    public static ImmutableArray<GenerationStep> Of(AttentionMap map, int prompt) =>
        [.. Enumerable.Range(prompt, map.Axes.Queries.Count - prompt).Select(written => Step(map, written, prompt))];

    private static GenerationStep Step(AttentionMap map, int written, int prompt)
    {
        var query = written - 1;
        var row = Enumerable.Range(0, map.Axes.Keys.Count).Select(k => map.Axes.Mask[query, k] ? Math.Max(0, (double)map[query, k]) : 0).ToArray();
        var sum = Math.Max(row.Sum(), double.Epsilon);
        var given = map.Axes.IsSelf ? prompt : row.Length;
        return new(query, written, row[0] / sum, row[1..given].Sum() / sum, row[given..].Sum() / sum)
        {
            Strongest = [.. row.Index().Skip(1).Where(k => k.Item > 0).OrderByDescending(k => k.Item).Take(3).Select(k => (k.Index, k.Item))],
        };
    }
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Summaries;

namespace IzzyViz.SiteGen.Figures.Evolution;

/// <summary>One step of writing: the position that was read last, and the token that was written from there.</summary>
/// <param name="Query">The row of the map: the position whose output chose the token.</param>
/// <param name="Written">The position of the token written, one behind <paramref name="Query"/>.</param>
/// <param name="Apart">Share of the row's weight on the first token, which often collects what is not needed; on special tokens in cross-attention.</param>
/// <param name="Prompt">On the rest of the prompt, or of the source.</param>
/// <param name="Generated">On what was written before.</param>
internal sealed record GenerationStep(int Query, int Written, double Apart, double Prompt, double Generated)
{
    /// <summary>The strongest of the other keys, strongest first.</summary>
    public required ImmutableArray<(int Key, double Weight)> Strongest { get; init; }
}

/// <summary>A map cut into the steps that wrote the last of its queries.</summary>
internal static class GenerationSteps
{
    /// <param name="prompt">How many tokens were given; the others were written one by one.</param>
    public static ImmutableArray<GenerationStep> Of(AttentionMap map, int prompt) =>
        [.. Enumerable.Range(prompt, map.Axes.Queries.Count - prompt).Select(written => Step(map, written, prompt))];

    /// <summary>Whether the keys are what was given and written; in cross-attention they are the source.</summary>
    public static bool IsSelf(AttentionMap map) => map.Head.Kind is not (AttentionKind.Cross or AttentionKind.Pool);

    private static GenerationStep Step(AttentionMap map, int written, int prompt)
    {
        var query = written - 1;
        var row = Enumerable.Range(0, map.Axes.Keys.Count).Select(k => map.Axes.Mask[query, k] ? Math.Max(0, (double)map[query, k]) : 0).ToArray();
        var sum = Math.Max(row.Sum(), double.Epsilon);
        var (apart, given) = (Apart(map).ToHashSet(), IsSelf(map) ? prompt : row.Length);
        double Share(IEnumerable<int> keys) => keys.Sum(k => row[k]) / sum;
        return new(query, written, Share(apart), Share(Enumerable.Range(0, given).Except(apart)), Share(Enumerable.Range(given, row.Length - given)))
        {
            Strongest = [.. row.Index().Where(k => k.Item > 0 && !apart.Contains(k.Index)).OrderByDescending(k => k.Item).Take(3).Select(k => (k.Index, k.Item))],
        };
    }

    private static IEnumerable<int> Apart(AttentionMap map) => IsSelf(map)
        ? [0]
        : Enumerable.Range(0, map.Axes.Keys.Count).Where(k => map.Axes.Keys.Tokens[k].IsSpecial);
}

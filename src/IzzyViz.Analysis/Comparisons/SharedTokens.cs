using System.Collections.Immutable;
using IzzyViz.Analysis.Summaries;
using IzzyViz.Analysis.Tokens;

namespace IzzyViz.Analysis.Comparisons;

/// <summary>Brings maps of two models over one example to common rows and columns.</summary>
/// <param name="source">How the tokens of the encoder, or of the only stack, are aligned; null where they are the same.</param>
/// <param name="target">The same of the decoder of an encoder-decoder.</param>
public sealed class SharedTokens(ExampleSummary first, ExampleSummary second, TokenAlignment? source, TokenAlignment? target)
{
    /// <summary>Both maps over the same axes: rows of queries that both have, columns of all keys. They stay as they are where nothing is aligned.</summary>
    public (AttentionMap First, AttentionMap Second) Bring(AttentionMap a, AttentionMap b)
    {
        if (source is null && target is null)
        {
            return (a, b);
        }

        var (queries, keys) = (Side(a.Axes.Queries, b.Axes.Queries), Side(a.Axes.Keys, b.Axes.Keys));
        ImmutableArray<TokenGroup> rows = [.. queries.Alignment.Groups.Where(g => g.IsShared)];
        var columns = keys.Alignment.Groups;
        var (rowTokens, columnTokens) = (MergedTokens.Of(rows, queries.Tokens), MergedTokens.Of(columns, keys.Tokens));
        return (
            MergedMap.Of(a, new(rowTokens, columnTokens, [.. rows.Select(g => g.First)], [.. columns.Select(g => g.First)])),
            MergedMap.Of(b, new(rowTokens, columnTokens, [.. rows.Select(g => g.Second)], [.. columns.Select(g => g.Second)])));
    }

    private (TokenAlignment Alignment, (TokenSequence First, TokenSequence Second) Tokens) Side(TokenSequence a, TokenSequence b)
    {
        var isTarget = first.Target is not null && ReferenceEquals(a, first.Target) && ReferenceEquals(b, second.Target);
        return ((isTarget ? target : source) ?? TokenAlignment.Identity(Math.Min(a.Count, b.Count)), (a, b));
    }
}

/// <summary>Names for groups of tokens: the label where it is one token on both sides, else the text they cover.</summary>
internal static class MergedTokens
{
    public static TokenSequence Of(IEnumerable<TokenGroup> groups, (TokenSequence First, TokenSequence Second) sides) => new()
    {
        Tokens = [.. groups.Select((g, i) => g.First.Count > 0 ? Merge(sides.First, g.First, i) : Merge(sides.Second, g.Second, i))],
        Texts = sides.First.Texts,
    };

    private static Token Merge(TokenSequence sequence, TokenRun run, int index)
    {
        var (first, last) = (sequence.Tokens[run.Start], sequence.Tokens[run.End - 1]);
        return first with { Id = index, Label = Label(sequence, run), End = Math.Max(first.Start, last.End) };
    }

    // Withheld tokens have numbers for labels and cover no text.
    private static string Label(TokenSequence sequence, TokenRun run)
    {
        var (first, last) = (sequence.Tokens[run.Start], sequence.Tokens[run.End - 1]);
        if (run.Count == 1)
        {
            return first.Label;
        }

        var covers = first.Segment >= 0 && first.Segment < sequence.Texts.Length && last.End > first.Start;
        return covers ? sequence.Texts[first.Segment][first.Start..last.End].Trim() : $"{first.Label}…{last.Label}";
    }
}

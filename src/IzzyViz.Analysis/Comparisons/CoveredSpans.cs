using System.Collections.Immutable;
using IzzyViz.Analysis.Tokens;

namespace IzzyViz.Analysis.Comparisons;

/// <summary>Tokens next to each other and the characters they cover.</summary>
internal readonly record struct CoveredSpan(TokenRun Tokens, int Start, int End);

/// <summary>The text of one segment as spans that do not overlap, and two such lists joined.</summary>
internal static class CoveredSpans
{
    public static ImmutableArray<CoveredSpan> Of(TokenSequence sequence, TokenRun run)
    {
        var spans = new List<CoveredSpan>();
        var waiting = run.Start;
        for (var i = run.Start; i < run.End; i++)
        {
            var (start, end) = Trimmed(sequence, sequence.Tokens[i]);
            if (start < end)
            {
                Add(spans, new(new(waiting, i + 1 - waiting), start, end));
                waiting = i + 1;
            }
        }

        return Rest(spans, new(waiting, run.End - waiting));
    }

    /// <summary>Spans that overlap, directly or through others, become one group.</summary>
    public static IEnumerable<TokenGroup> Join(ImmutableArray<CoveredSpan> first, ImmutableArray<CoveredSpan> second)
    {
        for (var (i, j) = (0, 0); i < first.Length || j < second.Length;)
        {
            var end = Math.Min(EndOf(first, i), EndOf(second, j));
            var (fromFirst, fromSecond) = (i, j);
            for (var grows = true; grows;)
            {
                grows = Take(first, ref i, ref end) | Take(second, ref j, ref end);
            }

            yield return new(Between(first, fromFirst, i), Between(second, fromSecond, j));
        }
    }

    private static int EndOf(ImmutableArray<CoveredSpan> spans, int index) => index < spans.Length ? spans[index].End : int.MaxValue;

    private static bool Take(ImmutableArray<CoveredSpan> spans, ref int index, ref int end)
    {
        if (index >= spans.Length || spans[index].Start >= end)
        {
            return false;
        }

        end = Math.Max(end, spans[index++].End);
        return true;
    }

    private static TokenRun Between(ImmutableArray<CoveredSpan> spans, int from, int to) =>
        from == to ? default : new(spans[from].Tokens.Start, spans[to - 1].Tokens.End - spans[from].Tokens.Start);

    // Pieces of one character, as byte-level tokenizers make them, all cover the whole of it.
    private static void Add(List<CoveredSpan> spans, CoveredSpan span)
    {
        if (spans is [.., var last] && span.Start < last.End)
        {
            spans[^1] = new(new(last.Tokens.Start, span.Tokens.End - last.Tokens.Start), Math.Min(last.Start, span.Start), Math.Max(last.End, span.End));
        }
        else
        {
            spans.Add(span);
        }
    }

    private static ImmutableArray<CoveredSpan> Rest(List<CoveredSpan> spans, TokenRun waiting)
    {
        if (waiting.Count > 0 && spans is [.., var last])
        {
            spans[^1] = last with { Tokens = new(last.Tokens.Start, waiting.End - last.Tokens.Start) };
        }

        return spans.Count == 0 && waiting.Count > 0 ? [new(waiting, 0, 1)] : [.. spans];
    }

    private static (int Start, int End) Trimmed(TokenSequence sequence, Token token)
    {
        var text = sequence.Texts[token.Segment];
        var (start, end) = (token.Start, Math.Min(token.End, text.Length));
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return (start, end);
    }
}

using IzzyViz.Tokenizers.Json;
using IzzyViz.Tokenizers.Text;

namespace IzzyViz.Tokenizers.PreTokenizers;

/// <summary>What becomes of the matches of a splitting pattern.</summary>
internal enum SplitBehavior
{
    Removed,
    Isolated,
    MergedWithPrevious,
    MergedWithNext,
    Contiguous,
}

internal static class SplitBehaviors
{
    public static SplitBehavior Load(JsonPart part, string name, SplitBehavior? otherwise = null)
    {
        if (otherwise is { } value && !part.Has(name))
        {
            return value;
        }

        return Enum.TryParse<SplitBehavior>(part.Text(name), out var behavior) && Enum.IsDefined(behavior)
            ? behavior
            : throw part.Unsupported($"the behaviour '{part.Text(name)}' is not known.", $"Known are {string.Join(", ", Enum.GetNames<SplitBehavior>())}.");
    }

    /// <summary>Joins or drops stretches in place, so that each one left is a piece.</summary>
    public static void Apply(this SplitBehavior behavior, List<TextMatch> matches)
    {
        switch (behavior)
        {
            case SplitBehavior.Removed:
                matches.RemoveAll(m => m.IsMatch);
                break;
            case SplitBehavior.Contiguous:
                Join(matches, (before, now) => before == now);
                break;
            case SplitBehavior.MergedWithPrevious:
                Join(matches, (before, now) => now && !before);
                break;
            case SplitBehavior.MergedWithNext:
                matches.Reverse();
                Join(matches, (after, now) => now && !after);
                matches.Reverse();
                break;
            case SplitBehavior.Isolated:
                break;
        }
    }

    /// <param name="joins">Whether a stretch joins its neighbour: was the neighbour a match, is this one.</param>
    private static void Join(List<TextMatch> matches, Func<bool, bool, bool> joins)
    {
        var kept = 0;
        var before = false;
        foreach (var match in matches.ToArray())
        {
            if (kept > 0 && joins(before, match.IsMatch))
            {
                var last = matches[kept - 1];
                matches[kept - 1] = last with { Start = Math.Min(last.Start, match.Start), End = Math.Max(last.End, match.End) };
            }
            else
            {
                matches[kept++] = match;
            }

            before = match.IsMatch;
        }

        matches.RemoveRange(kept, matches.Count - kept);
    }
}

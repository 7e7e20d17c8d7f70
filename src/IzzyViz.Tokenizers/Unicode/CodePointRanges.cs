namespace IzzyViz.Tokenizers.Unicode;

/// <summary>Sorted ranges of code points that do not touch.</summary>
internal static class CodePointRanges
{
    /// <summary>The union of ranges in any order.</summary>
    public static (int From, int To)[] Merge(IEnumerable<(int From, int To)> ranges)
    {
        var merged = new List<(int From, int To)>();
        foreach (var (from, to) in ranges.OrderBy(r => r.From))
        {
            if (merged.Count > 0 && from <= merged[^1].To + 1)
            {
                merged[^1] = (merged[^1].From, Math.Max(merged[^1].To, to));
            }
            else
            {
                merged.Add((from, to));
            }
        }

        return [.. merged];
    }

    /// <summary>What lies between the ranges, up to the last code point there is.</summary>
    public static (int From, int To)[] Gaps((int From, int To)[] ranges, int last)
    {
        var gaps = new List<(int, int)>();
        var next = 0;
        foreach (var (from, to) in ranges.Append((last + 1, last + 1)))
        {
            if (from > next)
            {
                gaps.Add((next, from - 1));
            }

            next = to + 1;
        }

        return [.. gaps];
    }

    public static bool Overlap((int From, int To)[] some, (int From, int To)[] others)
    {
        int mine = 0, its = 0;
        while (mine < some.Length && its < others.Length)
        {
            if (some[mine].From <= others[its].To && others[its].From <= some[mine].To)
            {
                return true;
            }

            _ = some[mine].To < others[its].To ? mine++ : its++;
        }

        return false;
    }
}

using IzzyViz.Analysis.Captures;

namespace IzzyViz.Analysis.Statistics;

/// <summary>The keys one query sees: a range, less the gaps in it. Causal, windowed and padded rows have no gaps.</summary>
/// <param name="Start">First visible key.</param>
/// <param name="End">One past the last visible key.</param>
/// <param name="Count">n(i), the number of visible keys.</param>
/// <param name="Gaps">Masked ranges inside the range; null where there are none.</param>
internal readonly record struct VisibleRow(int Query, int Start, int End, int Count, (int Start, int End)[]? Gaps)
{
    public int Length => End - Start;

    public bool Sees(int key)
    {
        if (key < Start || key >= End)
        {
            return false;
        }

        return Gaps is null || !Array.Exists(Gaps, gap => key >= gap.Start && key < gap.End);
    }

    public static VisibleRow[] Of(AttentionMask mask)
    {
        var rows = new VisibleRow[mask.Queries];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = mask.IsFull ? new(i, 0, mask.Keys, mask.Keys, null) : Scan(mask, i);
        }

        return rows;
    }

    private static VisibleRow Scan(AttentionMask mask, int query)
    {
        int start = 0, end = 0, count = 0;
        List<(int, int)>? gaps = null;
        for (var j = 0; j < mask.Keys; j++)
        {
            if (!mask[query, j])
            {
                continue;
            }

            if (count == 0)
            {
                start = j;
            }
            else if (j > end)
            {
                (gaps ??= []).Add((end, j));
            }

            (end, count) = (j + 1, count + 1);
        }

        return new(query, start, end, count, gaps?.ToArray());
    }
}

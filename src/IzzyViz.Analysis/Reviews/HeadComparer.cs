using System.Collections.Immutable;

namespace IzzyViz.Analysis.Reviews;

/// <summary>
/// What heads do on unchanged rows. A column changed when the value of any row moved beyond the tolerance, or came or went.
/// </summary>
internal static class HeadComparer
{
    /// <summary>By effect, largest first; equal effects in the order of heads and statistics.</summary>
    public static ImmutableArray<HeadChange> Compare(RowMatch rows, double tolerance) =>
        [.. PairedColumn.Of(rows).Select(c => Compare(c, tolerance)).OfType<HeadChange>().OrderByDescending(c => c.Effect)];

    private static HeadChange? Compare(PairedColumn column, double tolerance)
    {
        var pairs = new List<(double, double)>();
        var (oneSided, most, mostChanged) = (0, tolerance, -1);
        foreach (var row in column.Rows.Unchanged)
        {
            var move = Move(column, row, pairs);
            oneSided += double.IsPositiveInfinity(move) ? 1 : 0;
            if (move > most)
            {
                (most, mostChanged) = (move, row.Head);
            }
        }

        return mostChanged < 0 ? null : Change(column, PairedChange.Of([.. pairs], oneSided), mostChanged);
    }

    // |change| of a row by its scale; infinite where only one side has a value, 0 where neither has.
    private static double Move(PairedColumn column, RowPair row, List<(double, double)> pairs)
    {
        var (before, after) = (column.Before(row), column.After(row));
        if (double.IsNaN(before) || double.IsNaN(after))
        {
            return double.IsNaN(before) == double.IsNaN(after) ? 0 : double.PositiveInfinity;
        }

        pairs.Add((before, after));
        return Math.Abs(after - before) / column.Scale(column.Rows.Head.Examples[row.Head].Tokens);
    }

    private static HeadChange Change(PairedColumn column, PairedChange change, int mostChanged)
    {
        var table = column.Rows.Head;
        var tokens = column.Rows.Unchanged.Average(r => (double)table.Examples[r.Head].Tokens);
        var effect = change.Count == 0 ? 0 : Math.Abs(change.Change) / column.Scale(tokens);
        return new(column.Address, column.StatisticId, change, effect, table.Examples[mostChanged].Id);
    }
}

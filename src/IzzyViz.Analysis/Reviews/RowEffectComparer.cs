using System.Collections.Immutable;

namespace IzzyViz.Analysis.Reviews;

/// <summary>
/// What changed rows do to means, apart from what the model does differently. With R, R' the rows of the two sides, U the
/// unchanged ones and m, m' means of the older and newer values:
/// m'(R') - m(R) = [m'(U) - m(U)] + [(m'(R') - m'(U)) - (m(R) - m(U))]; the last part is the rows'.
/// </summary>
internal static class RowEffectComparer
{
    public static ImmutableArray<RowEffect> Compare(RowMatch rows, bool isSameModel, double tolerance) => rows.Changed.IsEmpty
        ? []
        : [.. PairedColumn.Of(rows).Select(c => Compare(c, isSameModel, tolerance)).OfType<RowEffect>().OrderByDescending(e => e.Effect)];

    private static RowEffect? Compare(PairedColumn column, bool isSameModel, double tolerance)
    {
        var paired = column.Rows.Unchanged.Where(r => !double.IsNaN(column.Before(r)) && !double.IsNaN(column.After(r))).ToArray();
        RowPair[] all = [.. paired, .. column.Rows.Changed];
        var (before, after) = (Mean(all.Select(column.Before)), Mean(all.Select(column.After)));
        var behaviour = paired.Length == 0 ? 0 : Mean(paired.Select(column.After)) - Mean(paired.Select(column.Before));
        var scale = column.Scale(column.Rows.Head.Examples.Select(e => (double)e.Tokens).DefaultIfEmpty(1).Average());
        var change = after - behaviour - before;

        // Not "at most": a mean that only one side has is NaN, and is no change of a mean.
        return Math.Abs(change) > tolerance * scale
            ? new(column.Address, column.StatisticId, before, before + change, Math.Abs(change) / scale, isSameModel || paired.Length > 0)
            : null;
    }

    private static double Mean(IEnumerable<double> values) => values.Where(v => !double.IsNaN(v)).DefaultIfEmpty(double.NaN).Average();
}

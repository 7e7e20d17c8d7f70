using System.Collections.Immutable;
using IzzyViz.SiteGen.Arrays;

namespace IzzyViz.SiteGen.Figures.Kinds;

/// <summary>IzzyViz's strongest cells: all that are at least as strong as the n-th, however many share its value; of equals the one that is read first comes first.</summary>
internal static class CompatibleTopCells
{
    public static ImmutableArray<StrongCell> Of(Matrix matrix, int count)
    {
        if (count == 0)
        {
            return [];
        }

        var sorted = matrix.Values.ToArray();
        Array.Sort(sorted);
        var least = sorted[Math.Max(0, sorted.Length - count)];
        return
        [
            .. Enumerable.Range(0, sorted.Length)
                .Select(i => new StrongCell(i / matrix.Columns, i % matrix.Columns, matrix.Values[i]))
                .Where(c => c.Value >= least)
                .OrderByDescending(c => c.Value),
        ];
    }
}

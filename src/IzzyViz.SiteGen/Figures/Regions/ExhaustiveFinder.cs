using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Figures.Maps;

namespace IzzyViz.SiteGen.Figures.Regions;

/// <summary>
/// IzzyViz's first finder: of all rectangles whose mean falls with every step of growth, the ones with the highest means that share no
/// cell. Rectangles are not kept: each round scans for the strongest that are still free, in a heap of fixed size, and takes those that do
/// not overlap. What a round has to leave out is weaker than all it took, so that the result is that of sorting them all.
/// </summary>
internal static class ExhaustiveFinder
{
    /// <summary>Seventy million rectangles a round: seconds.</summary>
    public const int Limit = 128;

    private const int Heap = 1 << 16;

    // The higher mean is stronger; of equal ones the rectangle that comes first by top, left, bottom, right.
    private static readonly Comparer<Rank> WeakestFirst = Comparer<Rank>.Create((a, b) => a.Mean != b.Mean
        ? a.Mean.CompareTo(b.Mean)
        : (b.Box.Top, b.Box.Left, b.Box.Bottom, b.Box.Right).CompareTo((a.Box.Top, a.Box.Left, a.Box.Bottom, a.Box.Right)));

    public static ImmutableArray<RegionBox> Find(WeightMap map, bool isCompatible)
    {
        var (rows, columns) = (map.Values.Rows, map.Values.Columns);
        if (Math.Max(rows, columns) > Limit)
        {
            throw new DiagnosticException(MapDiagnostics.TooLargeToSearch.At(SourceLocation.None, Limit, rows, columns));
        }

        if (isCompatible)
        {
            (rows, columns) = Square(rows, columns);
        }

        var scan = new MaximaScan(map, (rows, columns), isCompatible ? 0 : 1e-12);
        var kept = ImmutableArray.CreateBuilder<RegionBox>();
        while (Round(scan, kept))
        {
        }

        return kept.ToImmutable();
    }

    /// <summary>All locally maximal rectangles, in the order of top, left, bottom, right: as many as cells squared.</summary>
    public static IEnumerable<RegionBox> AllMaxima(WeightMap map)
    {
        var found = new List<RegionBox>();
        new MaximaScan(map, (map.Values.Rows, map.Values.Rows), 0).Each((box, _) => found.Add(box));
        return found.OrderBy(b => (b.Top, b.Left, b.Bottom, b.Right));
    }

    // It takes the number of rows for both sides: columns beyond it are never looked at, and a map with fewer columns stops it.
    private static (int Rows, int Columns) Square(int rows, int columns) => rows <= columns
        ? (rows, rows)
        : throw new DiagnosticException(MapDiagnostics.NotSquare.At(SourceLocation.None, rows, columns));

    private static bool Round(MaximaScan scan, ImmutableArray<RegionBox>.Builder kept)
    {
        var strongest = new PriorityQueue<RegionBox, Rank>(WeakestFirst);
        scan.Each((box, mean) =>
        {
            var rank = new Rank(mean, box);
            if (strongest.Count < Heap)
            {
                strongest.Enqueue(box, rank);
            }
            else if (strongest.TryPeek(out _, out var weakest) && WeakestFirst.Compare(rank, weakest) > 0)
            {
                strongest.EnqueueDequeue(box, rank);
            }
        });
        foreach (var (box, _) in strongest.UnorderedItems.OrderByDescending(i => i.Priority, WeakestFirst))
        {
            if (scan.IsFree(box))
            {
                kept.Add(box);
                scan.Take(box);
            }
        }

        return strongest.Count == Heap;
    }

    private readonly record struct Rank(double Mean, RegionBox Box);
}

using System.Collections.Immutable;
using IzzyViz.SiteGen.Figures.Maps;

namespace IzzyViz.SiteGen.Figures.Regions;

/// <summary>The strongest cells that keep their distance.</summary>
internal static class RegionSeeds
{
    private const int SeedsOfIzzyViz = 3;

    /// <summary>Three for every region wanted; of equal values the one that NumPy's sort puts last comes first.</summary>
    public static ImmutableArray<RegionBox> Compatible(WeightMap map, MergingSettings settings) =>
        Spaced(InOrder(map, NumPyOrder.Of(map.Values.Values).Reverse()), settings.MinDistance, SeedsOfIzzyViz * settings.Count);

    /// <summary>Of equal values the one that is read first comes first.</summary>
    public static ImmutableArray<RegionBox> Of(WeightMap map, MergingSettings settings, int perRegion) =>
        Spaced(InOrder(map, Enumerable.Range(0, map.Values.Values.Length).OrderByDescending(i => map.Values.Values[i])), settings.MinDistance, perRegion * settings.Count);

    private static ImmutableArray<RegionBox> Spaced(IEnumerable<(int Row, int Column)> cells, int distance, int count)
    {
        var seeds = ImmutableArray.CreateBuilder<RegionBox>();
        foreach (var (row, column) in cells)
        {
            if (seeds.Count == count)
            {
                break;
            }

            if (seeds.All(s => Math.Abs(s.Top - row) > distance || Math.Abs(s.Left - column) > distance))
            {
                seeds.Add(new(row, column, row, column));
            }
        }

        return seeds.ToImmutable();
    }

    private static IEnumerable<(int Row, int Column)> InOrder(WeightMap map, IEnumerable<int> cells) =>
        cells.Select(i => (i / map.Values.Columns, i % map.Values.Columns)).Where(c => map.Axes.Mask[c.Item1, c.Item2]);
}

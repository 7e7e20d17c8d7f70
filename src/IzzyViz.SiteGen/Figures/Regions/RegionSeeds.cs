using System.Collections.Immutable;
using IzzyViz.SiteGen.Figures.Maps;

namespace IzzyViz.SiteGen.Figures.Regions;

/// <summary>The strongest cells that keep their distance, three times as many as regions are wanted.</summary>
internal static class RegionSeeds
{
    /// <param name="isCompatible">Of equal values the one that NumPy's sort puts last comes first; else the one that is read first.</param>
    public static ImmutableArray<RegionBox> Of(WeightMap map, MergingSettings settings, bool isCompatible)
    {
        var seeds = ImmutableArray.CreateBuilder<RegionBox>();
        foreach (var (row, column) in Strongest(map, isCompatible))
        {
            if (seeds.Count == 3 * settings.Count)
            {
                break;
            }

            if (seeds.All(s => Math.Abs(s.Top - row) > settings.MinDistance || Math.Abs(s.Left - column) > settings.MinDistance))
            {
                seeds.Add(new(row, column, row, column));
            }
        }

        return seeds.ToImmutable();
    }

    private static IEnumerable<(int Row, int Column)> Strongest(WeightMap map, bool isCompatible)
    {
        var columns = map.Values.Columns;
        var sorted = isCompatible ? NumPyOrder.Of(map.Values.Values).Reverse() : Enumerable.Range(0, map.Values.Values.Length).OrderByDescending(i => map.Values.Values[i]);
        return sorted.Select(i => (i / columns, i % columns)).Where(c => map.Axes.Mask[c.Item1, c.Item2]);
    }
}

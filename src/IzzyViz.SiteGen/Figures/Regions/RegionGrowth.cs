using IzzyViz.SiteGen.Figures.Maps;

namespace IzzyViz.SiteGen.Figures.Regions;

/// <summary>The rectangles that one rectangle can become by moving one side: top, left, bottom, right, each by one step and more.</summary>
internal static class RegionGrowth
{
    public static IEnumerable<RegionBox> Of(RegionBox box, WeightMap map, int steps)
    {
        var (lastRow, lastColumn) = (map.Values.Rows - 1, map.Values.Columns - 1);
        for (var side = 0; side < 4; side++)
        {
            for (var step = 1; step <= steps; step++)
            {
                var moved = side switch
                {
                    0 => box with { Top = Math.Max(0, box.Top - step) },
                    1 => box with { Left = Math.Max(0, box.Left - step) },
                    2 => box with { Bottom = Math.Min(lastRow, box.Bottom + step) },
                    _ => box with { Right = Math.Min(lastColumn, box.Right + step) },
                };
                if (moved != box)
                {
                    yield return moved;
                }
            }
        }
    }
}

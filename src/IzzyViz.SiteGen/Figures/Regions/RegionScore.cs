using IzzyViz.SiteGen.Figures.Maps;

namespace IzzyViz.SiteGen.Figures.Regions;

/// <summary>How much a rectangle stands out: its mean, against the mean of the cells around it, with a bonus for size. Masked cells count for nothing.</summary>
internal sealed class RegionScore(WeightMap map)
{
    private readonly double _mean = map.Visible().DefaultIfEmpty(0).Average();

    /// <summary>How far the mean lies above that of the map, times the root of the area: what a block of that size would differ by if cells were noise.</summary>
    public double Contrast(RegionBox box) => (Mean(box) - _mean) * Math.Sqrt(box.Area);

    public double Mean(RegionBox box)
    {
        var (sum, count) = Sum(box);
        return count == 0 ? 0 : sum / count;
    }

    /// <summary>m (1 + s), times m / b where the frame one cell wide, corners included, has a mean b above 0; s = ln(1 + area) / 10.</summary>
    public double Of(RegionBox box)
    {
        var (sum, count) = Sum(box);
        var mean = count == 0 ? 0 : sum / count;
        var around = Frame(box);
        return mean * (around == 0 ? 1 : mean / around) * (1 + (Math.Log(1 + box.Area) / 10));
    }

    /// <summary>Population standard deviation.</summary>
    public double Spread(RegionBox box)
    {
        var (mean, sum, count) = (Mean(box), 0.0, 0);
        for (var row = box.Top; row <= box.Bottom; row++)
        {
            for (var column = box.Left; column <= box.Right; column++)
            {
                if (map.Axes.Mask[row, column])
                {
                    (sum, count) = (sum + ((map[row, column] - mean) * (map[row, column] - mean)), count + 1);
                }
            }
        }

        return count == 0 ? 0 : Math.Sqrt(sum / count);
    }

    /// <summary>Whether two regions are as alike as they are each in themselves; two that have no spread are never.</summary>
    public bool IsOne(RegionBox one, RegionBox other, double threshold)
    {
        var within = ((Spread(one) * one.Area) + (Spread(other) * other.Area)) / (one.Area + other.Area);
        return within > 0 && Spread(one.With(other)) / within <= 1 / threshold;
    }

    // Cell by cell: a difference of two sums would leave a remainder where all cells are 0.
    private double Frame(RegionBox box)
    {
        var (top, left) = (Math.Max(0, box.Top - 1), Math.Max(0, box.Left - 1));
        var (bottom, right) = (Math.Min(map.Values.Rows - 1, box.Bottom + 1), Math.Min(map.Values.Columns - 1, box.Right + 1));
        var (sum, count) = (0.0, 0);
        for (var row = top; row <= bottom; row++)
        {
            var isOutside = row < box.Top || row > box.Bottom;
            for (var column = left; column <= right; column++)
            {
                if ((isOutside || column < box.Left || column > box.Right) && map.Axes.Mask[row, column])
                {
                    (sum, count) = (sum + map[row, column], count + 1);
                }
            }
        }

        return count == 0 ? 0 : sum / count;
    }

    private (double Sum, int Count) Sum(RegionBox box)
    {
        var (sum, count) = (0.0, 0);
        for (var row = box.Top; row <= box.Bottom; row++)
        {
            for (var column = box.Left; column <= box.Right; column++)
            {
                (sum, count) = map.Axes.Mask[row, column] ? (sum + map[row, column], count + 1) : (sum, count);
            }
        }

        return (sum, count);
    }
}

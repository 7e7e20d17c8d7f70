using IzzyViz.SiteGen.Figures.Maps;

namespace IzzyViz.SiteGen.Figures.Regions;

/// <summary>
/// Sums over rectangles from one table. The order of additions is that of IzzyViz's detector, because which of two equal means counts as
/// the larger one hangs on the rounding.
/// </summary>
internal sealed class PrefixSums
{
    private readonly double[] _sums;
    private readonly int _stride;

    private PrefixSums(double[] sums, int stride) => (_sums, _stride) = (sums, stride);

    public static PrefixSums Of(int rows, int columns, Func<int, int, double> value)
    {
        var stride = columns + 1;
        var sums = new double[(rows + 1) * stride];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var at = (row * stride) + column;
                sums[at + stride + 1] = value(row, column) + sums[at + 1] + sums[at + stride] - sums[at];
            }
        }

        return new(sums, stride);
    }

    public double Of(RegionBox box)
    {
        var (above, below) = (box.Top * _stride, (box.Bottom + 1) * _stride);
        return _sums[below + box.Right + 1] - _sums[below + box.Left] - _sums[above + box.Right + 1] + _sums[above + box.Left];
    }
}

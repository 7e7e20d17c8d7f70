using IzzyViz.SiteGen.Figures.Maps;

namespace IzzyViz.SiteGen.Figures.Regions;

/// <summary>Walks over the free rectangles of a map whose mean is larger than that of each of the four that are one row or column larger.</summary>
internal sealed class MaximaScan
{
    private readonly PrefixSums _sums;
    private readonly PrefixSums? _cells;
    private readonly bool[] _isTaken;
    private readonly int _rows;
    private readonly int _columns;
    private readonly double _tolerance;

    /// <param name="size">Rows and columns that are looked at.</param>
    /// <param name="tolerance">Means that differ by less, relatively, are equal, and then the smaller rectangle is none.</param>
    public MaximaScan(WeightMap map, (int Rows, int Columns) size, double tolerance)
    {
        (_rows, _columns) = size;
        _tolerance = tolerance;
        _isTaken = new bool[_rows * _columns];
        var mask = map.Axes.Mask;
        _sums = PrefixSums.Of(_rows, _columns, (r, c) => mask[r, c] ? map[r, c] : 0);
        _cells = mask.IsFull ? null : PrefixSums.Of(_rows, _columns, (r, c) => mask[r, c] ? 1 : 0);
        for (var i = 0; i < _isTaken.Length; i++)
        {
            _isTaken[i] = !mask[i / _columns, i % _columns];
        }
    }

    public void Each(Action<RegionBox, double> found)
    {
        var isFree = new bool[_columns];
        for (var top = 0; top < _rows; top++)
        {
            Array.Fill(isFree, true);
            for (var bottom = top; bottom < _rows; bottom++)
            {
                for (var column = 0; column < _columns; column++)
                {
                    isFree[column] &= !_isTaken[(bottom * _columns) + column];
                }

                Strip(top, bottom, isFree, found);
            }
        }
    }

    public bool IsFree(RegionBox box)
    {
        for (var row = box.Top; row <= box.Bottom; row++)
        {
            if (_isTaken.AsSpan((row * _columns) + box.Left, box.Columns).Contains(true))
            {
                return false;
            }
        }

        return true;
    }

    public void Take(RegionBox box)
    {
        for (var row = box.Top; row <= box.Bottom; row++)
        {
            _isTaken.AsSpan((row * _columns) + box.Left, box.Columns).Fill(true);
        }
    }

    // All rectangles between two rows, within the columns that are free in all of them.
    private void Strip(int top, int bottom, bool[] isFree, Action<RegionBox, double> found)
    {
        for (var left = 0; left < _columns; left++)
        {
            for (var right = left; right < _columns && isFree[right]; right++)
            {
                var box = new RegionBox(top, left, bottom, right);
                var mean = Mean(box);
                if (IsMaximal(box, mean))
                {
                    found(box, mean);
                }
            }
        }
    }

    private double Mean(RegionBox box) => _sums.Of(box) / (_cells?.Of(box) ?? box.Area);

    private bool IsMaximal(RegionBox box, double mean) =>
        (box.Left == 0 || IsLess(box with { Left = box.Left - 1 }, box.Area, mean))
        && (box.Right == _columns - 1 || IsLess(box with { Right = box.Right + 1 }, box.Area, mean))
        && (box.Top == 0 || IsLess(box with { Top = box.Top - 1 }, box.Area, mean))
        && (box.Bottom == _rows - 1 || IsLess(box with { Bottom = box.Bottom + 1 }, box.Area, mean));

    // Growth into masked cells alone adds nothing, and so takes nothing from the mean.
    private bool IsLess(RegionBox larger, int cells, double mean) =>
        Mean(larger) < mean - (_tolerance * Math.Abs(mean)) || (_cells is not null && _cells.Of(larger) == cells);
}

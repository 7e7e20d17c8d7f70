namespace IzzyViz.SiteGen.Figures.Regions;

/// <summary>
/// The order in which NumPy's argsort puts numbers, equal ones included: median-of-three quicksort (Hoare; the smaller part first), and
/// insertion where at most 17 are left. Which of equal cells IzzyViz takes hangs on it.
/// </summary>
internal sealed class NumPyOrder
{
    private const int Small = 16;
    private readonly double[] _values;
    private readonly int[] _order;

    private NumPyOrder(double[] values) => (_values, _order) = (values, [.. Enumerable.Range(0, values.Length)]);

    /// <summary>Indices from the least value to the largest.</summary>
    public static int[] Of(ReadOnlySpan<double> values)
    {
        var sort = new NumPyOrder(values.ToArray());
        sort.Sort();
        return sort._order;
    }

    private void Sort()
    {
        var waiting = new Stack<(int From, int To)>([(0, _order.Length - 1)]);
        while (waiting.TryPop(out var part))
        {
            var (from, to) = part;
            while (to - from > Small)
            {
                var middle = Partition(from, to);
                var isLeftSmaller = middle - from < to - middle;
                waiting.Push(isLeftSmaller ? (middle + 1, to) : (from, middle - 1));
                (from, to) = isLeftSmaller ? (from, middle - 1) : (middle + 1, to);
            }

            Insert(from, to);
        }
    }

    private int Partition(int from, int to)
    {
        var middle = from + ((to - from) >> 1);
        SwapIfLess(middle, from);
        SwapIfLess(to, middle);
        SwapIfLess(middle, from);
        var pivot = _values[_order[middle]];
        var (low, high) = (from, to - 1);
        Swap(middle, high);
        while (true)
        {
            while (_values[_order[++low]] < pivot)
            {
            }

            while (pivot < _values[_order[--high]])
            {
            }

            if (low >= high)
            {
                Swap(low, to - 1);
                return low;
            }

            Swap(low, high);
        }
    }

    private void Insert(int from, int to)
    {
        for (var i = from + 1; i <= to; i++)
        {
            var (moved, at) = (_order[i], i);
            for (; at > from && _values[moved] < _values[_order[at - 1]]; at--)
            {
                _order[at] = _order[at - 1];
            }

            _order[at] = moved;
        }
    }

    private void SwapIfLess(int one, int other)
    {
        if (_values[_order[one]] < _values[_order[other]])
        {
            Swap(one, other);
        }
    }

    private void Swap(int one, int other) => (_order[one], _order[other]) = (_order[other], _order[one]);
}

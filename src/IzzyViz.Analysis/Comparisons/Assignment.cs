namespace IzzyViz.Analysis.Comparisons;

/// <summary>
/// The cheapest way to give every row a column of its own: the linear assignment problem, solved by shortest augmenting paths (Jonker and
/// Volgenant 1987, in the form of Crouse 2016), O(n³).
/// </summary>
public static class Assignment
{
    /// <summary>The column of each row. Among equally cheap choices the column with the lowest number is taken first.</summary>
    /// <param name="costs">Square, finite.</param>
    public static int[] Solve(double[,] costs)
    {
        if (costs.GetLength(1) != costs.GetLength(0))
        {
            throw new ArgumentException("The costs are not square.", nameof(costs));
        }

        var search = new Search(costs);
        for (var row = 0; row < costs.GetLength(0); row++)
        {
            search.Augment(row);
        }

        return search.Columns;
    }

    /// <summary>Mean cost of a row under an assignment.</summary>
    public static double MeanCost(double[,] costs, IReadOnlyList<int> columns) => columns.Count == 0 ? double.NaN : columns.Select((column, row) => costs[row, column]).Average();

    private sealed class Search(double[,] costs)
    {
        private readonly int _size = costs.GetLength(0);
        private readonly double[] _rowPrices = new double[costs.GetLength(0)];
        private readonly double[] _columnPrices = new double[costs.GetLength(0)];
        private readonly int[] _rows = [.. Enumerable.Repeat(-1, costs.GetLength(0))];
        private readonly int[] _cameFrom = new int[costs.GetLength(0)];
        private readonly double[] _shortest = new double[costs.GetLength(0)];
        private readonly bool[] _isDone = new bool[costs.GetLength(0)];

        public int[] Columns { get; } = [.. Enumerable.Repeat(-1, costs.GetLength(0))];

        /// <summary>Gives a column to one row more; rows that have one may move to another.</summary>
        public void Augment(int start)
        {
            Array.Fill(_shortest, double.PositiveInfinity);
            Array.Clear(_isDone);
            var (row, length, sink) = (start, 0.0, -1);
            while (sink < 0)
            {
                Relax(row, length);
                var column = Nearest();
                (length, _isDone[column]) = (_shortest[column], true);
                (row, sink) = _rows[column] < 0 ? (row, column) : (_rows[column], -1);
            }

            Reprice(start, length);
            Flip(start, sink);
        }

        private void Relax(int row, double length)
        {
            for (var column = 0; column < _size; column++)
            {
                var through = length + costs[row, column] - _rowPrices[row] - _columnPrices[column];
                if (!_isDone[column] && through < _shortest[column])
                {
                    (_shortest[column], _cameFrom[column]) = (through, row);
                }
            }
        }

        // A free column before a taken one of the same length: the path ends the sooner.
        private int Nearest() => Enumerable.Range(0, _size).Where(c => !_isDone[c]).OrderBy(c => _shortest[c]).ThenBy(c => _rows[c] >= 0).First();

        private void Reprice(int start, double length)
        {
            _rowPrices[start] += length;
            for (var column = 0; column < _size; column++)
            {
                if (_isDone[column])
                {
                    var slack = length - _shortest[column];
                    _columnPrices[column] -= slack;
                    if (_rows[column] >= 0)
                    {
                        _rowPrices[_rows[column]] += slack;
                    }
                }
            }
        }

        private void Flip(int start, int sink)
        {
            for (var column = sink; ;)
            {
                var row = _cameFrom[column];
                _rows[column] = row;
                (Columns[row], column) = (column, Columns[row]);
                if (row == start)
                {
                    return;
                }
            }
        }
    }
}

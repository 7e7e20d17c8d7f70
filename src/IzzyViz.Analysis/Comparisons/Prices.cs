namespace IzzyViz.Analysis.Comparisons;

/// <summary>
/// What rows and columns are worth (the dual variables): no pair costs less than its row and its column together, and pairs that are matched
/// cost exactly that.
/// </summary>
internal sealed class Prices(double[,] costs)
{
    private readonly double[] _rows = new double[costs.GetLength(0)];
    private readonly double[] _columns = new double[costs.GetLength(0)];

    public int Size => _rows.Length;

    /// <summary>A length and what a pair costs more than its parts are worth, which is nothing for matched ones.</summary>
    public double Through(double before, int row, int column) => before + costs[row, column] - _rows[row] - _columns[column];

    /// <summary>Keeps both rules for the pairs that the path will leave matched.</summary>
    /// <param name="matching">Before it follows the path.</param>
    public void Follow(ShortestPath path, Matching matching)
    {
        _rows[path.Start] += path.Length;
        for (var column = 0; column < Size; column++)
        {
            if (!path.Reaches(column))
            {
                continue;
            }

            var slack = path.Length - path.LengthTo(column);
            _columns[column] -= slack;
            if (matching.RowOfColumn[column] is not Matching.Free and var row)
            {
                _rows[row] += slack;
            }
        }
    }
}

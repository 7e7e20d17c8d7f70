namespace IzzyViz.Analysis.Comparisons;

/// <summary>
/// The shortest path from a row without a column to a free column (Dijkstra): to a column at what the pair costs more than its prices, and from a
/// column that is taken on to its row for nothing.
/// </summary>
internal sealed class ShortestPath
{
    private readonly Prices _prices;
    private readonly Matching _matching;
    private readonly int[] _before;
    private readonly double[] _lengths;
    private readonly bool[] _isReached;

    public ShortestPath(Prices prices, Matching matching, int start)
    {
        (_prices, _matching, Start) = (prices, matching, start);
        (_before, _lengths, _isReached) = (new int[prices.Size], new double[prices.Size], new bool[prices.Size]);
        Array.Fill(_lengths, double.PositiveInfinity);
        var row = start;
        while (row != Matching.Free)
        {
            Relax(row);
            End = Nearest();
            (Length, _isReached[End]) = (_lengths[End], true);
            row = matching.RowOfColumn[End];
        }
    }

    public int Start { get; }

    /// <summary>The free column.</summary>
    public int End { get; private set; }

    public double Length { get; private set; }

    public bool Reaches(int column) => _isReached[column];

    public double LengthTo(int column) => _lengths[column];

    /// <summary>The row from which a column is reached.</summary>
    public int Before(int column) => _before[column];

    private void Relax(int row)
    {
        for (var column = 0; column < _lengths.Length; column++)
        {
            var through = _prices.Through(Length, row, column);
            if (!_isReached[column] && through < _lengths[column])
            {
                (_lengths[column], _before[column]) = (through, row);
            }
        }
    }

    /// <summary>Of columns as near, a free one, since there the path ends, then the first.</summary>
    private int Nearest()
    {
        var nearest = -1;
        for (var column = 0; column < _lengths.Length; column++)
        {
            if (!_isReached[column] && (nearest < 0 || IsNearer(column, nearest)))
            {
                nearest = column;
            }
        }

        return nearest;
    }

    private bool IsNearer(int column, int other) => _lengths[column] < _lengths[other]
        || (_lengths[column] == _lengths[other] && IsFree(column) && !IsFree(other));

    private bool IsFree(int column) => _matching.RowOfColumn[column] == Matching.Free;
}

namespace IzzyViz.Analysis.Comparisons;

/// <summary>Rows and columns that are paired so far; -1 for one without a partner.</summary>
internal sealed class Matching(int size)
{
    public const int Free = -1;

    public int[] ColumnOfRow { get; } = [.. Enumerable.Repeat(Free, size)];

    public int[] RowOfColumn { get; } = [.. Enumerable.Repeat(Free, size)];

    /// <summary>Pairs along a path that alternates between pairs that are not and pairs that are, so that its first row has a column too.</summary>
    public void Flip(ShortestPath path)
    {
        for (var column = path.End; column != Free;)
        {
            var row = path.Before(column);
            RowOfColumn[column] = row;
            (ColumnOfRow[row], column) = (column, ColumnOfRow[row]);
        }
    }
}

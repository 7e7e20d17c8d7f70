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

        var matching = new Matching(costs.GetLength(0));
        var prices = new Prices(costs);
        for (var row = 0; row < costs.GetLength(0); row++)
        {
            // The matched pairs stay cheapest at every step: the path found is the cheapest way to give one row more a column.
            var path = new ShortestPath(prices, matching, row);
            prices.Follow(path, matching);
            matching.Flip(path);
        }

        return matching.ColumnOfRow;
    }

    /// <summary>Mean cost of a row under an assignment.</summary>
    public static double MeanCost(double[,] costs, IReadOnlyList<int> columns) => columns.Count == 0 ? double.NaN : columns.Select((column, row) => costs[row, column]).Average();
}

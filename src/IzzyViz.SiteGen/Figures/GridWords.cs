namespace IzzyViz.SiteGen.Figures;

/// <summary>The sentences and numbers of a grid of statistics.</summary>
internal static class GridWords
{
    /// <summary>A change carries its sign, with a minus as wide as the plus.</summary>
    public static string Value(double value, bool isDifference)
    {
        var text = FigureNumber.Short(value);
        return text.StartsWith('-') ? "−" + text[1..] : isDifference && text != "0.00" ? "+" + text : text;
    }

    public static string Title(StatisticGrid grid) =>
        $"{(grid.IsDifference ? $"Change in {char.ToLowerInvariant(grid.Title[0])}{grid.Title[1..]}" : grid.Title)} by layer and head";

    public static string Description(StatisticGrid grid)
    {
        var known = grid.Cells.Where(c => !double.IsNaN(c.Value)).ToArray();
        var missing = grid.Cells.Length - known.Length;
        var size = $"{grid.Title} ({grid.Unit}) of {grid.Cells.Length} heads";
        if (known.Length == 0)
        {
            return $"{size}; none has a value.";
        }

        var (lowest, highest) = (known.MinBy(c => c.Value), known.MaxBy(c => c.Value));
        return $"{size}: lowest {lowest.Head.Short} with {Value(lowest.Value, grid.IsDifference)}, highest {highest.Head.Short} with {Value(highest.Value, grid.IsDifference)}"
            + (missing > 0 ? $"; {missing} without a value." : ".");
    }

    public static string Legend(StatisticGrid grid)
    {
        var colors = new StatisticColors(grid);
        var (low, high) = (colors.Sequential.Norm.Minimum, colors.Sequential.Norm.Maximum);
        var range = colors.Limit is { } limit
            ? $"Colour is the change in {grid.Unit}, neutral at 0, to {FigureNumber.Short(limit)} either way"
            : $"Colour is {grid.Unit} from {FigureNumber.Tick(low, high)} to {FigureNumber.Tick(high, high)}, linear";
        return range + (grid.Maximum is null ? "." : ", a range shared with other figures.")
            + (grid.Cells.Any(c => double.IsNaN(c.Value)) ? " Hatched heads have no value." : "");
    }
}

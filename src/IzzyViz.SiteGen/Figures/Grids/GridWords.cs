namespace IzzyViz.SiteGen.Figures.Grids;

/// <summary>The sentences and numbers of a grid of statistics.</summary>
internal static class GridWords
{
    /// <summary>Shares as per cent. A change carries its sign, with a minus as wide as the plus; one of a share is in points.</summary>
    public static string Value(double value, string unit, bool isDifference)
    {
        var text = isDifference && unit == "share" ? FigureNumber.Short(value, unit).TrimEnd('%', '\u00a0') : FigureNumber.Short(value, unit);
        return text.StartsWith('-') ? "−" + text[1..] : isDifference && text.AsSpan().ContainsAnyInRange('1', '9') ? "+" + text : text;
    }

    /// <summary>With as many decimals as small values need to be told apart.</summary>
    public static string Value(double value, string unit, bool isDifference, int decimals)
    {
        var text = FigureNumber.Step(unit == "share" ? value * 100 : value, Math.Pow(10, -decimals));
        var sign = text.StartsWith('-') ? "−" : isDifference && value > 0 && text != "0" ? "+" : "";
        return sign + text.TrimStart('-') + (unit == "share" && !isDifference ? "\u00a0%" : "");
    }

    public static string UnitOf(StatisticGrid grid) => grid is { IsDifference: true, Unit: "share" } ? "percentage points" : grid.Unit;

    public static string Title(StatisticGrid grid) =>
        $"{(grid.IsDifference ? $"Change in {char.ToLowerInvariant(grid.Title[0])}{grid.Title[1..]}" : grid.Title)} by layer and head";

    public static string Description(StatisticGrid grid)
    {
        var known = grid.Cells.Where(c => !double.IsNaN(c.Value)).ToArray();
        var missing = grid.Cells.Length - known.Length;
        var size = $"{grid.Title} ({UnitOf(grid)}) of {grid.Cells.Length} heads";
        if (known.Length == 0)
        {
            return $"{size}; none has a value.";
        }

        var (lowest, highest) = (known.MinBy(c => c.Value), known.MaxBy(c => c.Value));
        return $"{size}: lowest {lowest.Head.Short} with {Value(lowest.Value, grid.Unit, grid.IsDifference)}, highest {highest.Head.Short} with {Value(highest.Value, grid.Unit, grid.IsDifference)}"
            + (missing > 0 ? $"; {missing} without a value." : ".");
    }

    public static string Legend(StatisticGrid grid)
    {
        var colors = new StatisticColors(grid);
        var (low, high) = (colors.Sequential.Norm.Minimum, colors.Sequential.Norm.Maximum);
        var range = colors.Limit is { } limit
            ? $"Colour is the change in {UnitOf(grid)}, neutral at 0, to {Value(limit, grid.Unit, isDifference: true)[1..]} either way"
            : $"Colour is {grid.Unit} from {FigureNumber.Tick(low, high, grid.Unit)} to {FigureNumber.Tick(high, high, grid.Unit)}, linear";
        return range + (grid.Maximum is null ? "." : ", a range shared with other figures.")
            + (grid.Cells.Any(c => double.IsNaN(c.Value)) ? " Hatched heads have no value." : "");
    }
}

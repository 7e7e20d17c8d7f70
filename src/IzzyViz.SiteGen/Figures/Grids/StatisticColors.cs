using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Figures.Grids;

/// <summary>The scale of one statistic: sequential from 0 (or from the least value where some are negative), or diverging about 0.</summary>
internal sealed class StatisticColors
{
    private readonly DivergingScale? _diverging;

    public StatisticColors(StatisticGrid grid)
    {
        (Unit, IsDifference, Decimals) = (grid.Unit, grid.IsDifference, grid.Decimals);
        var values = grid.Cells.Select(c => c.Value).Where(v => !double.IsNaN(v)).DefaultIfEmpty(0).ToArray();
        if (grid.IsDifference)
        {
            _diverging = new(grid.Maximum ?? values.Max(Math.Abs));
        }

        Sequential = new(Math.Min(0, values.Min()), grid.Maximum ?? values.Max(), 1);
    }

    public string Unit { get; }

    public bool IsDifference { get; }

    public int? Decimals { get; }

    /// <summary>A value as its cell prints it.</summary>
    public string Text(double value) => Decimals is { } decimals ? GridWords.Value(value, Unit, IsDifference, decimals) : GridWords.Value(value, Unit, IsDifference);

    /// <summary>For values that are not differences.</summary>
    public ColorScale Sequential { get; }

    /// <summary>Half the width of the diverging scale; null for a sequential one.</summary>
    public double? Limit => _diverging?.Limit;

    public Paint Fill(double value) => double.IsNaN(value) ? Paint.Hatch
        : _diverging is { } diverging ? Paint.Diverging(diverging.Step(value)) : Paint.Level(Sequential.Level(value));

    public Paint Ink(double value) =>
        _diverging is { } diverging ? Paint.OnDiverging(diverging.Step(value)) : Paint.OnLevel(Sequential.Level(value));
}

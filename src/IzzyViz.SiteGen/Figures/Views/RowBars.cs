using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Figures.Views;

/// <summary>A bar beside each row of tokens; those too short to be seen are left out.</summary>
internal static class RowBars
{
    private const double Shortest = 0.25;

    /// <param name="length">Of the longest bar.</param>
    /// <param name="from">Where bars begin.</param>
    public static TilesNode Draw(IReadOnlyList<double> values, BandScale rows, double length, double from = 0)
    {
        var most = Math.Max(values.Max(), double.Epsilon);
        return new([.. values.Select((v, row) => Bar(rows, row, from, v / most * length)).Where(b => b.Width >= Shortest)]) { Fill = Paint.Level(17) };
    }

    /// <summary>Bars that end where the rows begin.</summary>
    public static TilesNode DrawLeftwards(IReadOnlyList<double> values, BandScale rows, double length)
    {
        var bars = Draw(values, rows, length);
        return bars with { Boxes = [.. bars.Boxes.Select(b => b with { X = -b.Width })] };
    }

    private static SceneRect Bar(BandScale rows, int row, double from, double length)
    {
        var gap = Math.Min(5, rows.Size(row) / 4);
        return new(from, rows.Start(row) + gap, length, rows.Size(row) - (2 * gap));
    }
}

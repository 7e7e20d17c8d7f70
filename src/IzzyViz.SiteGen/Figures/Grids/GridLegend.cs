using System.Collections.Immutable;
using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Figures.Grids;

/// <summary>The scale under a grid of statistics: the sequential bar, or one that diverges about 0.</summary>
internal static class GridLegend
{
    private const double BarWidth = 216;
    private const double BarHeight = 8;
    private const string MissingWord = "no value";

    // The name of a change is long: it stands above the bar, so that the picture is no wider than its cells.
    private const double NameHeight = 16;

    public static double Width(StatisticGrid grid, StatisticColors colors) => colors.Limit is null
        ? ScaleLegend.MinimumWidth(Words(grid))
        : Math.Max(TextMeasure.Width(Name(grid), TextStyle.Note), BarWidth) + 8;

    public static double Height(StatisticColors colors) => ScaleLegend.Height + (colors.Limit is null ? 0 : NameHeight);

    public static ImmutableArray<SceneNode> Draw(StatisticGrid grid, StatisticColors colors, double width)
    {
        if (colors.Limit is not { } limit)
        {
            return ScaleLegend.Draw(colors.Sequential, Words(grid), width);
        }

        return
        [
            new TextNode(new(0, BarHeight), Name(grid)) { Style = TextStyle.Note, Fill = Paint.Muted },
            new GroupNode([.. Steps()]) { Placement = new(0, NameHeight), IsCrisp = true },
            new GroupNode([.. Ticks(grid.Unit == "share" ? limit * 100 : limit)]) { Placement = new(0, NameHeight + BarHeight + 2 + TextStyle.Note.Size), Style = TextStyle.Note, Fill = Paint.Muted },
        ];
    }

    private static string Name(StatisticGrid grid) => grid.IsDifference ? $"change in {GridWords.UnitOf(grid)}" : grid.Unit;

    private static ScaleWords Words(StatisticGrid grid) => new(Name(grid), grid.Cells.Any(c => double.IsNaN(c.Value)) ? MissingWord : null, grid.Unit);

    private static IEnumerable<SceneNode> Steps() => Enumerable.Range(0, Palette.Steps).Select(step =>
        new RectNode(new(step * BarWidth / Palette.Steps, 0, BarWidth / Palette.Steps, BarHeight)) { Fill = Paint.Diverging(step) });

    private static IEnumerable<SceneNode> Ticks(double limit)
    {
        yield return new TextNode(new(0, 0), "−" + FigureNumber.Tick(limit, limit));
        yield return new TextNode(new(BarWidth / 2, 0), "0") { Anchor = TextAnchor.Middle };
        yield return new TextNode(new(BarWidth, 0), "+" + FigureNumber.Tick(limit, limit)) { Anchor = TextAnchor.End };
    }
}

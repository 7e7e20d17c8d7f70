using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Figures.Grids;

/// <summary>A statistic of every head as a mark small enough for a line of a list; layers down, heads across, no text.</summary>
internal static class LayerStripFigure
{
    private const double Height = 48;

    public static Figure Draw(StatisticGrid grid, string slug) => new()
    {
        Slug = slug,
        Title = GridWords.Title(grid),
        Description = GridWords.Description(grid),
        HowToRead = "Layers run down, heads across.",
        Legend = GridWords.Legend(grid),
        Scene = Compose(grid),
    };

    private static Scene Compose(StatisticGrid grid)
    {
        var colors = new StatisticColors(grid);
        var rows = grid.Cells.Select(c => (c.Head.Kind, c.Head.Layer)).Distinct().Order().ToArray();
        var side = Math.Clamp(Math.Floor(Height / rows.Length), 2, 10);
        var width = side * (grid.Cells.Max(c => c.Head.Head) + 1);
        return new(width, side * rows.Length, [new GroupNode([.. ColorTiles.Of(grid.Cells, colors, c => Box(c, rows, side))]) { IsCrisp = true }]);
    }

    private static SceneRect Box(StatisticCell cell, (Analysis.Models.AttentionKind Kind, int Layer)[] rows, double side) =>
        new(cell.Head.Head * side, Array.IndexOf(rows, (cell.Head.Kind, cell.Head.Layer)) * side, side, side);
}

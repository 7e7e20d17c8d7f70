using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Figures;

/// <summary>A statistic of every head as a mark small enough for a line of a list; layers down, heads across, no text.</summary>
internal static class LayerStripFigure
{
    private const double Height = 48;

    public static Figure Draw(StatisticGrid grid, string slug) => new()
    {
        Slug = slug,
        Title = $"{grid.Title} by layer and head",
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

        // Cells of one colour are one path: a strip of 144 heads is some twenty elements.
        var paths = grid.Cells.GroupBy(c => colors.Fill(c.Value)).OrderBy(g => g.Key.Role).ThenBy(g => g.Key.Index)
            .Select(g => (SceneNode)new TilesNode([.. g.Select(c => Box(c, rows, side)).OrderBy(b => b.Y).ThenBy(b => b.X)]) { Fill = g.Key });
        return new(width, side * rows.Length, [new GroupNode([.. paths]) { IsCrisp = true }]);
    }

    private static SceneRect Box(StatisticCell cell, (Analysis.Models.AttentionKind Kind, int Layer)[] rows, double side) =>
        new(cell.Head.Head * side, Array.IndexOf(rows, (cell.Head.Kind, cell.Head.Layer)) * side, side, side);
}

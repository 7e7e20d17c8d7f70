using System.Collections.Immutable;
using IzzyViz.Analysis.Models;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures.Heads;

namespace IzzyViz.SiteGen.Figures.Grids;

/// <summary>One statistic of every head: layers down, heads across, the value printed in its cell.</summary>
internal static class StatisticGridFigure
{
    private const double Names = 34;
    private const double Top = 18;

    public static Figure Draw(StatisticGrid grid, StatisticGridOptions options) => new()
    {
        Slug = options.Slug ?? $"grid-{grid.StatisticId}",
        Title = GridWords.Title(grid),
        Description = GridWords.Description(grid),
        HowToRead = "Layers run down, heads across" + (grid.Cells.Length > options.DetailLimit ? "." : "; the number in a cell is the head’s value."),
        Legend = GridWords.Legend(grid),
        Scene = Compose(grid, options),
    };

    private static Scene Compose(StatisticGrid grid, StatisticGridOptions options)
    {
        var colors = new StatisticColors(grid);
        var stack = new FigureStack();
        var kinds = grid.Cells.GroupBy(c => c.Head.Kind).OrderBy(k => k.Key).ToArray();
        foreach (var kind in kinds)
        {
            if (kinds.Length > 1)
            {
                stack.AddTitle(SheetWords.ShortNameOf(kind.Key));
            }

            var block = new GridBlock(kind.Key, [.. kind], colors, options) { IsDetailed = grid.Cells.Length <= options.DetailLimit, UsesLongNames = kinds.Length > 1 };
            stack.Add(new GroupNode([.. block.Draw()]) { Placement = new(Names, stack.Y + Top), Style = block.Style });
            stack.Reach(Names + block.Width);
            stack.Y += Top + block.Height + 20;
        }

        stack.Reach(GridLegend.Width(grid, colors));
        stack.Add(new GroupNode(GridLegend.Draw(grid, colors, stack.Width)) { Placement = new(0, stack.Y - 6) });
        return stack.ToScene(stack.Y - 6 + GridLegend.Height(colors));
    }
}

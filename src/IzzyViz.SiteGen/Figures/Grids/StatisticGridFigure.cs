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
        var nodes = ImmutableArray.CreateBuilder<SceneNode>();
        var kinds = grid.Cells.GroupBy(c => c.Head.Kind).OrderBy(k => k.Key).ToArray();
        var (width, y) = (0.0, 0.0);
        foreach (var kind in kinds)
        {
            if (kinds.Length > 1)
            {
                nodes.Add(new TextNode(new(0, y + 12), SheetWords.ShortNameOf(kind.Key)) { Style = TextStyle.Label.Strong });
                (width, y) = (Math.Max(width, TextMeasure.Width(SheetWords.ShortNameOf(kind.Key), TextStyle.Label.Strong)), y + 20);
            }

            var block = new GridBlock(kind.Key, [.. kind], colors, options) { IsDetailed = grid.Cells.Length <= options.DetailLimit, UsesLongNames = kinds.Length > 1 };
            nodes.Add(new GroupNode([.. block.Draw()]) { Placement = new(Names, y + Top), Style = block.Style });
            (width, y) = (Math.Max(width, Names + block.Width), y + Top + block.Height + 20);
        }

        width = Math.Max(width, GridLegend.Width(grid, colors));
        nodes.Add(new GroupNode(GridLegend.Draw(grid, colors, width)) { Placement = new(0, y - 6) });
        return new(width, y - 6 + ScaleLegend.Height, nodes.ToImmutable());
    }
}

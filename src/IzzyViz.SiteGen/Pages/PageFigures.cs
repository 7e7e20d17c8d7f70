using System.Collections.Immutable;
using IzzyViz.Analysis.Statistics;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Figures;
using IzzyViz.SiteGen.Publishing;

namespace IzzyViz.SiteGen.Pages;

/// <summary>Draws the figures pages show. The only place where pages and figures meet.</summary>
internal static class PageFigures
{
    public static FigureView? DotWhisker(SitePath page, StatisticDefinition definition, ImmutableArray<(string Slice, StatisticSummary Summary)> slices) => null;

    public static FigureView? StatisticGrid(SiteIndex site, SitePath page, RunContent run, StatisticDefinition definition) => null;

    public static FigureView? Signature(SiteIndex site, SitePath page, RunContent run) => null;

    public static FigureView? Lengths(SitePath page, RunTable table) => null;

    public static FigureView? Layers(SiteIndex site, SitePath page, RunContent run, ExampleSummary example) => null;

    /// <summary>Null where no module of the example passed its check.</summary>
    public static FigureView? AllHeads(SitePath page, RunContent run, ExampleSummary example)
    {
        var maps = example.Maps.ToList();
        if (maps.Count == 0)
        {
            return null;
        }

        var options = new AllHeadsOptions
        {
            Title = $"Every head of {run.ModelId} on this example",
            LinkOf = head => SiteAddresses.Head(run.ModelId, head).RelativeTo(page),
        };
        return FigureView.From(page, AllHeadsFigure.Draw(maps, options), FigureKind.AllHeads);
    }

    public static FigureView TableLens(SitePath page, AttentionMap map, (string Slug, string HeadName) what)
    {
        var figure = TableLensFigure.Draw(map, new TableLensOptions { Slug = what.Slug, HeadName = what.HeadName });
        return FigureView.From(page, figure, FigureKind.TableLens) with { Cells = CellsOf(map, figure.StrongestCells) };
    }

    private static ImmutableArray<FigureCell> CellsOf(AttentionMap map, ImmutableArray<StrongCell> cells) =>
    [
        .. cells.Select(c => new FigureCell(
            new(c.Row, map.Axes.Queries.Tokens[c.Row].Label),
            new(c.Column, map.Axes.Keys.Tokens[c.Column].Label),
            new(c.Value, FigureNumber.Score(c.Value)))),
    ];
}

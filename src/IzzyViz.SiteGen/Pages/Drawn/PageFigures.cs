using System.Collections.Immutable;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Statistics;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Figures;
using IzzyViz.SiteGen.Figures.Grids;
using IzzyViz.SiteGen.Figures.Heads;
using IzzyViz.SiteGen.Figures.Lens;
using IzzyViz.SiteGen.Figures.Slices;
using IzzyViz.SiteGen.Pages.Sites;
using IzzyViz.SiteGen.Publishing;

namespace IzzyViz.SiteGen.Pages.Drawn;

/// <summary>Draws the figures pages show. The only place where pages and figures meet.</summary>
internal static class PageFigures
{
    /// <summary>Linked cells per page, three elements each: they leave room for the rest within the 12,000 elements of a page.</summary>
    private const int MostCells = 2_400;

    public static FigureView DotWhisker(SitePath page, StatisticDefinition definition, IEnumerable<(string Slice, StatisticSummary Summary)> slices)
    {
        var rows = slices.Select(s => new DotRow(s.Slice, s.Summary, SiteAddresses.Slice(s.Slice).RelativeTo(page))).ToImmutableArray();
        return FigureView.From(page, DotWhiskerFigure.Draw(AxisOf(definition), rows), "by-slice");
    }

    /// <param name="grids">How many grids share the page's limit of elements; beyond it heads are drawn without links and numbers.</param>
    public static FigureView StatisticGrid(SitePath page, RunContent run, StatisticDefinition definition, int grids)
    {
        var options = new StatisticGridOptions
        {
            Slug = $"{PathSegment.Of(run.ModelId)}-{definition.Id}",
            DetailLimit = Math.Min(StatisticGridOptions.Default.DetailLimit, MostCells / grids),
            LinkOfHead = head => SiteAddresses.Head(run.ModelId, head).RelativeTo(page),
            LinkOfLayer = (kind, layer) => SiteAddresses.Module(run.ModelId, new HeadAddress(kind, layer, 0).Module).RelativeTo(page),
        };
        return FigureView.From(page, StatisticGridFigure.Draw(GridOf(run, definition), options), "statistic-grid");
    }

    /// <summary>
    /// The statistic with a fixed end, so that signatures of different models compare; the run's first one where it has none. Null where the run has no heads.
    /// </summary>
    public static FigureView? Signature(SiteIndex site, SitePath page, RunContent run)
    {
        if (run.Summary.Heads.IsEmpty)
        {
            return null;
        }

        var definitions = run.Table.StatisticIds.Select(site.Statistic).ToList();
        var definition = definitions.Find(d => d.Maximum is not null) ?? definitions[0];
        return FigureView.From(page, LayerStripFigure.Draw(GridOf(run, definition), $"{PathSegment.Of(run.ModelId)}-signature"), "layer-strip");
    }

    public static FigureView Lengths(SitePath page, RunTable table) =>
        FigureView.From(page, LengthHistogramFigure.Draw([.. table.Examples.Select(e => e.Tokens)], "lengths"), "lengths");

    /// <summary>One panel per statistic and kind of attention: layers of different kinds are not one stack.</summary>
    public static FigureView Layers(SiteIndex site, SitePath page, RunContent run, ExampleSummary example)
    {
        var kinds = example.Modules.Where(m => m.Check.Passed).GroupBy(m => m.Module.Kind).ToList();
        var paths =
            from kind in kinds
            from id in run.Table.StatisticIds.Select((id, index) => (Definition: site.Statistic(id), Index: index))
            let layers = kind.OrderBy(m => m.Module.Layer).Select(m => m.Statistics.Select(s => s[id.Index]).ToImmutableArray()).ToImmutableArray()
            where layers.Any(l => l.Any(double.IsFinite))
            select new LayerPath(AxisOf(id.Definition), layers) { Kind = kinds.Count > 1 ? SheetWords.ShortNameOf(kind.Key) : null };
        return FigureView.From(page, LayerPathFigure.Draw([.. paths], "layers"), "layer-path");
    }

    /// <summary>Null where no module of the example passed its check.</summary>
    public static FigureView? AllHeads(SitePath page, RunContent run, ExampleSummary example)
    {
        var maps = example.Maps.ToList();
        var options = new AllHeadsOptions
        {
            Title = $"Every head of {run.ModelId} on this example",
            LinkOf = head => SiteAddresses.Head(run.ModelId, head).RelativeTo(page),
        };
        return maps.Count == 0 ? null : FigureView.From(page, AllHeadsFigure.Draw(maps, options), "all-heads");
    }

    public static FigureView TableLens(SitePath page, AttentionMap map, (string Slug, string HeadName, bool HasTarget) what)
    {
        var figure = TableLensFigure.Draw(map, new TableLensOptions { Slug = what.Slug, HeadName = what.HeadName });
        return FigureView.From(page, figure, "table-lens") with
        {
            Cells = CellsOf(map, figure.StrongestCells),
            DataHref = page.Beside(figure.Slug + ".json"),
            Data = MapJson.Write(map),
            RowSide = what.HasTarget && map.Head.Kind is (AttentionKind.Decoder or AttentionKind.Cross) ? "target" : "source",
            ColumnSide = what.HasTarget && map.Head.Kind is AttentionKind.Decoder ? "target" : "source",
        };
    }

    private static StatisticAxis AxisOf(StatisticDefinition definition) => new(definition.Id, definition.Title, definition.Unit);

    private static StatisticGrid GridOf(RunContent run, StatisticDefinition definition)
    {
        var place = run.Table.StatisticIds.IndexOf(definition.Id);
        return new()
        {
            StatisticId = definition.Id,
            Title = definition.Title,
            Unit = definition.Unit,
            Cells = [.. run.Summary.Heads.Select(h => new StatisticCell(h.Head, h.Statistics[place].Mean))],
            Maximum = definition.Maximum,
        };
    }

    private static ImmutableArray<FigureCell> CellsOf(AttentionMap map, ImmutableArray<StrongCell> cells) =>
    [
        .. cells.Select(c => new FigureCell(
            new(c.Row, map.Axes.Queries.Tokens[c.Row].Label),
            new(c.Column, map.Axes.Keys.Tokens[c.Column].Label),
            new(c.Value, FigureNumber.Score(c.Value)))),
    ];
}

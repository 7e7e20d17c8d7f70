using System.Collections.Immutable;
using IzzyViz.Analysis.Comparisons;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Statistics;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Figures;
using IzzyViz.SiteGen.Figures.Comparisons;
using IzzyViz.SiteGen.Figures.Grids;
using IzzyViz.SiteGen.Figures.Lens;
using IzzyViz.SiteGen.Pages.Drawn;
using IzzyViz.SiteGen.Pages.Sites;
using IzzyViz.SiteGen.Publishing;

namespace IzzyViz.SiteGen.Pages.Comparisons;

/// <summary>Draws the figures that pages of comparisons show.</summary>
internal static class ComparisonFigures
{
    /// <summary>Linked cells per page: three elements each, they leave room for the rest within the 12,000 elements of a page.</summary>
    private const int MostCells = 2_000;

    /// <summary>Rows of a table of strongest cells: a page has several maps, and its data files have all numbers.</summary>
    private const int ListedCells = 40;

    private const double Enlargement = 1.6;

    /// <param name="what">Slug, and how many grids share the page’s limit of elements.</param>
    public static FigureView Grid(SitePath page, string model, StatisticGrid grid, (string Slug, int Grids) what)
    {
        var options = new StatisticGridOptions
        {
            Slug = what.Slug,
            DetailLimit = Math.Min(StatisticGridOptions.Default.DetailLimit, MostCells / Math.Max(1, what.Grids)),
            LinkOfHead = head => SiteAddresses.Head(model, head).RelativeTo(page),
            LinkOfLayer = (kind, layer) => SiteAddresses.Module(model, new HeadAddress(kind, layer, 0).Module).RelativeTo(page),
        };
        return FigureView.From(page, StatisticGridFigure.Draw(grid, options), "statistic-grid");
    }

    public static StatisticGrid GridOf(StatisticDefinition definition, IEnumerable<(HeadAddress Head, double Value)> cells) => new()
    {
        StatisticId = definition.Id,
        Title = definition.Title,
        Unit = definition.Unit,
        Cells = [.. cells.Select(c => new StatisticCell(c.Head, c.Value))],
    };

    /// <summary>A grid of small values with as many decimals as the largest needs for two figures.</summary>
    public static StatisticGrid Fine(StatisticGrid grid)
    {
        var largest = grid.Cells.Select(c => Math.Abs(c.Value)).Where(double.IsFinite).DefaultIfEmpty(0).Max() * (grid.Unit == "share" ? 100 : 1);
        return largest is 0 or >= 9.95 ? grid : grid with { Decimals = Math.Clamp(1 - (int)Math.Floor(Math.Log10(largest)), 1, 3) };
    }

    /// <summary>How far the maps of each head are from those of its counterpart.</summary>
    public static FigureView Distances(SitePath page, string model, IEnumerable<(HeadAddress Head, double Distance)> distances) => Grid(
        page,
        model,
        new() { StatisticId = "distance", Title = "Distance of maps", Unit = "JS distance", Cells = [.. distances.Select(d => new StatisticCell(d.Head, d.Distance))], Decimals = 3 },
        ("distance", 1));

    public static FigureView Pairs(SitePath page, ImmutableArray<PairBlock> blocks, HeadPairsOptions options) =>
        FigureView.From(page, HeadPairsFigure.Draw(blocks, options), "head-pairs");

    /// <summary>Difference, first and second side; the places of the largest differences are enlarged in all three, so that tokens lie in the same places.</summary>
    public static (FigureView Difference, FigureView First, FigureView Second) Maps(SitePath page, MapDifference maps, DrawnNames names)
    {
        var difference = MapDifferenceFigure.Draw(maps, new($"difference-{names.Slug}", names.First, names.Second) { Enlargement = Enlargement });
        var places = TopCells.Of(maps.Size, 3);
        return (
            FigureView.From(page, difference, "map-difference") with
            {
                Cells = CellsOf(maps.First, difference.StrongestCells),
                DataHref = page.Beside(difference.Slug + ".json"),
                Data = MapJson.Write(maps.Signed),
            },
            Side(page, maps.First, (places, maps.Maximum, $"first-{names.Slug}", names.First)),
            Side(page, maps.Second, (places, maps.Maximum, $"second-{names.Slug}", names.Second)));
    }

    /// <summary>A map on its own scale, or on one it shares.</summary>
    public static FigureView Map(SitePath page, AttentionMap map, (string Slug, string Name, double? Maximum) what)
    {
        var figure = TableLensFigure.Draw(map, new() { Slug = what.Slug, HeadName = what.Name, Maximum = what.Maximum });
        return FigureView.From(page, figure, "table-lens") with { Cells = CellsOf(map, figure.StrongestCells), DataHref = page.Beside(figure.Slug + ".json"), Data = MapJson.Write(map) };
    }

    public static FigureView Sheet(SitePath page, ImmutableArray<SheetRow> rows, MapSheetOptions options) =>
        FigureView.From(page, MapSheetFigure.Draw(rows, options), "map-sheet");

    public static FigureView Lines(SitePath page, ImmutableArray<StepPanel> panels, StepAxis steps) =>
        FigureView.From(page, StepLinesFigure.Draw(panels, steps, "over-steps"), "over-steps");

    private static FigureView Side(SitePath page, AttentionMap map, (ImmutableArray<StrongCell> Places, double Maximum, string Slug, string Name) what)
    {
        var options = new TableLensOptions
        {
            Slug = what.Slug,
            HeadName = what.Name,
            Maximum = what.Maximum,
            Enlargement = Enlargement,
            Places = [.. what.Places.Select(c => c with { Value = map.Axes.Mask[c.Row, c.Column] ? map[c.Row, c.Column] : double.NaN })],
        };
        var figure = TableLensFigure.Draw(map, options) with
        {
            Title = $"Attention weights of {what.Name}",
            Description = $"The map of {what.Name}: {map.Axes.Queries.Count} attending tokens (rows) by {map.Axes.Keys.Count} tokens attended to (columns), on the scale of both sides.",
            HowToRead = "Each row is a token that attends, each column a token it attends to. The same rows and columns are enlarged on both sides: those of the largest differences.",
        };
        return FigureView.From(page, figure, "table-lens") with { Cells = CellsOf(map, figure.StrongestCells), DataHref = page.Beside(figure.Slug + ".json"), Data = MapJson.Write(map) };
    }

    private static ImmutableArray<FigureCell> CellsOf(AttentionMap map, ImmutableArray<StrongCell> cells) =>
    [
        .. cells.Take(ListedCells).Select(c => new FigureCell(
            new(c.Row, map.Axes.Queries.Tokens[c.Row].Label),
            new(c.Column, map.Axes.Keys.Tokens[c.Column].Label),
            new(c.Value, FigureNumber.Score(c.Value)))),
    ];
}

/// <param name="Slug">Unique among the drawn pairs of a page.</param>
internal sealed record DrawnNames(string Slug, string First, string Second);

using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Arrays;
using IzzyViz.SiteGen.Figures;
using IzzyViz.SiteGen.Figures.Comparisons;
using IzzyViz.SiteGen.Figures.Kinds;
using IzzyViz.SiteGen.Figures.Maps;
using IzzyViz.SiteGen.Pages.Drawn;
using IzzyViz.SiteGen.Publishing;

namespace IzzyViz.SiteGen.Pages.Comparisons;

/// <summary>The figures of IzzyViz that hold several maps of the same tokens: comparison, evolution, stability.</summary>
internal static class KindFigures
{
    private const int ListedCells = 40;

    /// <summary>The first side as cells, and on each a circle as large as the two differ, in the colour of the second.</summary>
    public static FigureView Circles(SitePath page, MapDifference maps, DrawnNames names)
    {
        var drawn = ComparisonFigure.Draw(Arrays([maps.First, maps.Second]), Titled($"{names.Second} as circles on {names.First}"), ComparisonSettings.Default);
        return View(page, drawn, ("comparison", $"circles-{names.Slug}"));
    }

    /// <summary>One head at every step: the mean as cells, and in each a line from the first step to the last, all on one scale.</summary>
    public static FigureView Evolution(SitePath page, ImmutableArray<AttentionMap> maps, string title) =>
        View(page, EvolutionFigure.Draw(Arrays(maps), Titled(title), default), ("evolution", "evolution"));

    /// <summary>Matched heads of several models: the mean as cells, and on each a circle as large as the models differ.</summary>
    public static FigureView Stability(SitePath page, ImmutableArray<AttentionMap> maps, (string Slug, string Title) what) =>
        View(page, StabilityFigure.Draw(Arrays(maps), Titled(what.Title), StabilitySettings.Default with { Error = ErrorMeasure.Sd }), ("stability", what.Slug));

    private static MapSettings Titled(string title) => MapSettings.Default with { Title = title };

    private static FigureView View(SitePath page, DrawnFigure drawn, (string Kind, string Slug) what)
    {
        var axes = drawn.Data.Panels[0].Spec.Map.Axes;
        return FigureView.From(page, drawn.Figure with { Slug = what.Slug }, what.Kind) with
        {
            DataHref = page.Beside(what.Slug + ".json"),
            Data = Json(drawn.Data),
            Cells =
            [
                .. drawn.Figure.StrongestCells.Where(c => c.Value != 0).Take(ListedCells).Select(c => new FigureCell(
                    new(c.Row, axes.Queries.Tokens[c.Row].Label), new(c.Column, axes.Keys.Tokens[c.Column].Label), new(c.Value, FigureNumber.Score(c.Value)))),
            ],
        };
    }

    /// <summary>A cell exists where any of the maps has it; the others weigh nothing there.</summary>
    private static FigureArrays Arrays(ImmutableArray<AttentionMap> maps)
    {
        var (queries, keys) = (maps[0].Axes.Queries.Count, maps[0].Axes.Keys.Count);
        var mask = AttentionMask.From(queries, keys, (q, k) => maps.Any(m => m.Axes.Mask[q, k]));
        return new()
        {
            Source = "",
            Axes = maps[0].Axes with { Mask = mask },
            Matrices = [.. maps.Select(m => Matrix.From(queries, keys, (q, k) => m.Axes.Mask[q, k] ? m[q, k] : 0))],
        };
    }

    private static string Json(FigureData data)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            data.Write(json);
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Statistics;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Publishing;

namespace IzzyViz.SiteGen.Pages;

internal static class PageFigures
{
    public static FigureView? DotWhisker(SitePath page, StatisticDefinition definition, ImmutableArray<(string Slice, StatisticSummary Summary)> slices) =>
        View(page, $"{definition.Id}-by-slice", $"{definition.Title} by slice");

    public static FigureView StatisticGrid(SiteIndex site, SitePath page, RunContent run, StatisticDefinition definition) =>
        View(page, $"{run.ModelId}-{definition.Id}", $"{definition.Title} of every head of {run.ModelId}");

    public static FigureView? Signature(SiteIndex site, SitePath page, RunContent run) => View(page, $"{run.ModelId}-signature", "signature");

    public static FigureView? Lengths(SitePath page, RunTable table) => View(page, "lengths", "Lengths");

    public static FigureView? AllHeads(SiteIndex site, SitePath page, RunContent run, ExampleSummary example) => View(page, "all-heads", "All heads");

    public static FigureView? Layers(SiteIndex site, SitePath page, RunContent run, ExampleSummary example) => View(page, "layers", "Through the layers");

    public static FigureView TableLens(SitePath page, AttentionMap map, (string Slug, string Title) what) => View(page, what.Slug, what.Title);

    private static FigureView View(SitePath page, string slug, string title) => new()
    {
        Slug = slug,
        Title = title,
        Description = title,
        HowToRead = "Read it.",
        Href = page.Beside(slug + ".svg"),
        Svg = new($"<svg viewBox=\"0 0 200 60\" width=\"200\" height=\"60\" role=\"img\" aria-label=\"{slug}\"><rect width=\"200\" height=\"60\" fill=\"#abc\"/></svg>"),
        Standalone = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
    };
}

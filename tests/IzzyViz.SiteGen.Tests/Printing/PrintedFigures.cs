using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures;
using IzzyViz.SiteGen.Figures.Grids;
using IzzyViz.SiteGen.Figures.Lens;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Printing;

internal static class PrintedFigures
{
    public static readonly AttentionMap Map = SampleMaps.Single(10, isCausal: true);

    /// <summary>The map is causal.</summary>
    public static IEnumerable<(int Row, int Column)> VisibleCells =>
        Enumerable.Range(0, 10).SelectMany(row => Enumerable.Range(0, row + 1).Select(column => (row, column)));

    public static Figure Lens { get; } = TableLensFigure.Draw(Map, TableLensOptions.Default);

    public static Figure EveryScript { get; } = TableLensFigure.Draw(SampleMaps.OfMixed(), TableLensOptions.Default);

    public static Figure Grid { get; } = StatisticGridFigure.Draw(SampleStatistics.Grid(3, 4), StatisticGridOptions.Default);

    /// <summary>A figure that is one line of text.</summary>
    public static Figure OfText(string text) => OfNodes(200, 60, new TextNode(new(10, 30), text) { Style = TextStyle.Label, Fill = Paint.Ink });

    public static Figure OfNodes(double width, double height, params ReadOnlySpan<SceneNode> nodes) => new()
    {
        Slug = "sample",
        Title = "Title",
        Description = "Description",
        HowToRead = "How to read",
        Legend = "Legend",
        Scene = new(width, height, [.. nodes]),
    };
}

using IzzyViz.SiteGen.Figures;
using IzzyViz.SiteGen.Figures.Heads;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Figures;

/// <summary>The pictures of the gallery are files of their own; a page has the same picture without them.</summary>
public class GoldenFigureTests
{
    [Fact]
    public void The_same_figure_in_a_page() => Golden.Match(
        FigureWriter.Inline(AllHeadsFigure.Draw(SampleMaps.Encoder(5), AllHeadsOptions.Default with { LinkOf = h => $"../heads/{h.Short}.html" })),
        "Figures/Goldens/all-heads-inline.svg",
        typeof(GoldenFigureTests).Assembly);
}

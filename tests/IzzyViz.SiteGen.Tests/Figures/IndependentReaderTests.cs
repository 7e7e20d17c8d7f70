using IzzyViz.SiteGen.Figures;
using IzzyViz.SiteGen.Figures.Grids;
using IzzyViz.SiteGen.Figures.Heads;
using IzzyViz.SiteGen.Figures.Lens;
using IzzyViz.Testing;
using Svg;

namespace IzzyViz.SiteGen.Tests.Figures;

/// <summary>The Svg library, which knows nothing of our writer, reads what it wrote.</summary>
public class IndependentReaderTests
{
    public static TheoryData<int> Sizes => [5, 24, 65, 300];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Table_lens_reads_back_with_its_size_and_its_texts(int tokens)
    {
        var figure = TableLensFigure.Draw(SampleMaps.Single(tokens, isCausal: true), TableLensOptions.Default);
        var document = SvgDocument.FromSvg<SvgDocument>(FigureWriter.Standalone(figure));
        Assert.True(document.ViewBox.Width >= figure.Scene.Width && document.ViewBox.Height >= figure.Scene.Height);
        var texts = document.Descendants().OfType<SvgText>().Select(t => t.Text).ToArray();
        Assert.Contains(figure.Title, texts);
        Assert.True(texts.Length > 8);
    }

    [Fact]
    public void Paths_read_back_as_the_boxes_that_were_drawn()
    {
        var figure = StatisticGridFigure.Draw(SampleStatistics.Grid(3, 4), StatisticGridOptions.Default);
        var document = SvgDocument.FromSvg<SvgDocument>(FigureWriter.Standalone(figure));
        var cells = document.Descendants().OfType<SvgRectangle>().Where(r => r.Width.Value == 39 && r.Height.Value == 23).ToArray();
        Assert.Equal(12, cells.Length);
        Assert.Equal(4, cells.Select(c => c.X.Value).Distinct().Count());
    }

    [Fact]
    public void Thumbnails_read_back_with_a_use_per_head()
    {
        var document = SvgDocument.FromSvg<SvgDocument>(FigureWriter.Standalone(AllHeadsFigure.Draw(SampleMaps.Decoder(9), AllHeadsOptions.Default)));
        Assert.Equal(8, document.Descendants().OfType<SvgUse>().Count());
        Assert.All(document.Descendants().OfType<SvgPath>(), p => Assert.NotEmpty(p.PathData));
    }
}

using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures.Lens;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Figures;

public class LabelLayoutTests
{
    public static TheoryData<int> Sizes => [3, 5, 6, 7, 10, 11, 16, 17, 24, 25, 32, 33, 40, 41, 63, 64, 65, 66, 100, 128, 129, 200, 256, 257, 300, 400, 511, 512];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void No_two_labels_overlap(int tokens)
    {
        AssertNoOverlap(SampleMaps.Single(tokens));
        AssertNoOverlap(SampleMaps.Single(tokens, isCausal: true, head: 2));
        AssertNoOverlap(SampleMaps.Cross(Math.Min(tokens, 12), tokens)[1]);
        AssertNoOverlap(SampleMaps.Cross(tokens, 9)[2]);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Nothing_leaves_the_picture(int tokens)
    {
        var layout = LensLayout.Of(SampleMaps.Single(tokens), TableLensOptions.Default);
        var figure = TableLensFigure.Draw(SampleMaps.Single(tokens), TableLensOptions.Default);
        Assert.All(layout.RowLabels, l => Assert.True(layout.Plot.X - LensLayout.Gap - layout.WidthOf(l) >= 0));
        Assert.All(layout.ColumnLabels, l => Assert.True(layout.Plot.X + l.Offset + (layout.WidthOf(l) * 0.7072) <= figure.Scene.Width));
        Assert.All(layout.ColumnLabels, l => Assert.True(layout.Plot.Y - layout.MarginSize - (layout.WidthOf(l) * 0.7072) >= 14));
    }

    [Fact]
    public void Every_token_is_labelled_up_to_64_and_those_of_the_strongest_cells_above()
    {
        var full = LensLayout.Of(SampleMaps.Single(64), TableLensOptions.Default);
        Assert.Equal(Enumerable.Range(0, 64), full.RowLabels.Select(l => l.Band));
        var sparse = LensLayout.Of(SampleMaps.Single(65), TableLensOptions.Default);
        Assert.True(sparse.RowLabels.Length < 20);
        Assert.All(sparse.Top, c => Assert.Contains(sparse.RowLabels, l => l.Band == c.Row && l.IsTop));
        Assert.All(sparse.RowLabels.Where(l => l.IsBearing), l => Assert.Equal(0, l.Band % 10));
    }

    [Fact]
    public void Neighbouring_strongest_cells_keep_their_labels_apart()
    {
        var rows = Enumerable.Range(0, 90).Select(i => Enumerable.Range(0, 90).Select(j => i == j && i is >= 86 or 3 ? 0.9 : 0.01).ToArray()).ToArray();
        var map = SampleMaps.Exact(rows);
        var layout = LensLayout.Of(map, TableLensOptions.Default with { Top = 5 });
        Assert.Equal(5, layout.RowLabels.Count(l => l.IsTop));
        AssertNoOverlap(map, TableLensOptions.Default with { Top = 5 });
        Assert.All(layout.RowLabels, l => Assert.InRange(l.Offset, 0, layout.Rows.Length));
    }

    private static void AssertNoOverlap(AttentionMap map) => AssertNoOverlap(map, TableLensOptions.Default);

    private static void AssertNoOverlap(AttentionMap map, TableLensOptions options)
    {
        var layout = LensLayout.Of(map, options);
        AssertApart(layout.RowLabels, layout.Style.LineHeight);

        // Labels that rise at 45° are as far apart, across their lines, as their feet times the sine.
        AssertApart(layout.ColumnLabels, layout.Style.LineHeight / Math.Sin(Math.PI / 4));
    }

    private static void AssertApart(IEnumerable<AxisLabel> labels, double least)
    {
        var offsets = labels.Select(l => l.Offset).ToArray();
        Assert.All(offsets.Zip(offsets.Skip(1)), pair => Assert.True(pair.Second - pair.First >= least - 0.05, $"{pair} nearer than {least}"));
    }
}

using System.Buffers.Binary;
using System.Collections.Immutable;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures;
using IzzyViz.SiteGen.Figures.Lens;
using IzzyViz.SiteGen.Printing;
using SkiaSharp;

namespace IzzyViz.SiteGen.Tests.Printing;

public class PngTests
{
    public static TheoryData<string> Themes => ["auto", "light", "dark", "print"];

    [Theory]
    [MemberData(nameof(Themes))]
    public void Cells_have_the_colours_of_their_values(string name)
    {
        var theme = Enum.Parse<Theme>(name, ignoreCase: true);
        using var picture = Decode(PrintedFigures.Lens, new() { Theme = theme, Dpi = 192 });
        var scale = new ColorScale(0, PrintedFigures.Map.Weights.Span.ToArray().Max(), TableLensOptions.Default.Exponent);
        foreach (var (row, column) in PrintedFigures.VisibleCells)
        {
            var expected = Palette.Of(theme).Sequential[scale.Level(PrintedFigures.Map[row, column])];
            Assert.Equal(expected, Sample(picture, PrintedFigures.Lens, (row, column)));
        }
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Paper_fills_the_picture(string name)
    {
        var theme = Enum.Parse<Theme>(name, ignoreCase: true);
        using var picture = Decode(PrintedFigures.Grid, new() { Theme = theme });
        var paper = Palette.Of(theme).Paper;
        Assert.All([(0, 0), (picture.Width - 1, 0), (0, picture.Height - 1), (picture.Width - 1, picture.Height - 1)], p => Assert.Equal(paper, At(picture, p.Item1, p.Item2)));
    }

    [Fact]
    public void Dots_follow_from_width_and_density()
    {
        var png = FigureFiles.Write(PrintedFigures.Grid, FigureFormat.Png, new() { Width = 85, Dpi = 600 });
        using var picture = SKBitmap.Decode(png);
        Assert.Equal(2008, picture.Width);
        var chunk = png.AsSpan().IndexOf("pHYs"u8);
        Assert.Equal(23622, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(chunk + 4)));
        Assert.Equal(1, png[chunk + 12]);
    }

    [Fact]
    public void Without_options_a_pixel_of_the_figure_is_two_by_two()
    {
        using var picture = Decode(PrintedFigures.Grid, FigureFileOptions.Default);
        var scene = FigureWriter.Sheet(PrintedFigures.Grid);
        Assert.Equal((int)Math.Ceiling(scene.Width * 2), picture.Width);
        Assert.Equal((int)Math.Ceiling(scene.Height * 2), picture.Height);
    }

    [Fact]
    public void The_same_figure_is_the_same_file()
    {
        var first = FigureFiles.Write(PrintedFigures.EveryScript, FigureFormat.Png, FigureFileOptions.Default);
        Assert.Equal(first, FigureFiles.Write(PrintedFigures.EveryScript, FigureFormat.Png, FigureFileOptions.Default));
    }

    [Fact]
    public void Gradients_opacity_and_arcs_are_painted()
    {
        var (red, blue) = (new Rgb(200, 0, 0), new Rgb(0, 0, 200));
        var figure = PrintedFigures.OfNodes(
            320,
            100,
            new CircleNode(new(50, 50), 40) { Fill = Paint.FixedGradient(red, blue) },
            new RectNode(new(100, 10, 80, 80)) { Fill = Paint.Fixed(new(0, 0, 0)), Opacity = 0.5 },
            new PathNode([PathStep.Move(200, 50), PathStep.Arc(40, new(280, 50)), PathStep.Close]) { Fill = Paint.Fixed(blue) });
        using var picture = Decode(figure, new() { Dpi = 96 });
        var top = FigureWriter.Sheet(figure).Nodes.OfType<GroupNode>().Single().Placement!.Value;
        Assert.Equal(red, At(picture, 50 + (int)top.X, 50 + (int)top.Y), Near);
        Assert.Equal(new(100, 0, 100), At(picture, 70 + (int)top.X, 50 + (int)top.Y), Near);
        Assert.Equal(new(128, 128, 128), At(picture, 140 + (int)top.X, 50 + (int)top.Y), Near);

        // Clockwise on the screen from left to right is the upper half.
        Assert.Equal(blue, At(picture, 240 + (int)top.X, 20 + (int)top.Y));
        Assert.Equal(new(255, 255, 255), At(picture, 240 + (int)top.X, 70 + (int)top.Y));
    }

    private static bool Near(Rgb a, Rgb b) => Math.Abs(a.Red - b.Red) < 12 && Math.Abs(a.Green - b.Green) < 12 && Math.Abs(a.Blue - b.Blue) < 12;

    private static SKBitmap Decode(Figure figure, FigureFileOptions options) => SKBitmap.Decode(FigureFiles.Write(figure, FigureFormat.Png, options));

    // A fifth into the cell, clear of the numbers printed on it and of the lines about it.
    private static Rgb Sample(SKBitmap picture, Figure figure, (int Row, int Column) cell)
    {
        var sheet = FigureWriter.Sheet(figure).Nodes.OfType<GroupNode>().Single().Placement!.Value;
        var plot = figure.Scene.Nodes.OfType<GroupNode>().First(g => g.Data.Any(d => d.Name == "rows"));
        var (rows, columns) = (Edges(plot, "rows"), Edges(plot, "columns"));
        var x = sheet.X + plot.Placement!.Value.X + (0.8 * columns[cell.Column]) + (0.2 * columns[cell.Column + 1]);
        var y = sheet.Y + plot.Placement!.Value.Y + (0.8 * rows[cell.Row]) + (0.2 * rows[cell.Row + 1]);
        return At(picture, (int)(2 * x), (int)(2 * y));
    }

    private static ImmutableArray<double> Edges(GroupNode plot, string name) => plot.Data.Single(d => d.Name == name).Values;

    private static Rgb At(SKBitmap picture, int x, int y)
    {
        var color = picture.GetPixel(x, y);
        return new(color.Red, color.Green, color.Blue);
    }
}

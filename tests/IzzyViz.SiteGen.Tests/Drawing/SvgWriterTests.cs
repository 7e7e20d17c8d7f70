using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using CsCheck;
using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Tests.Drawing;

public class SvgWriterTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Any_string_gives_well_formed_xml_with_a_character_for_each_of_its_own() => Gen.Char.Array[0, 20].Select(c => new string(c)).Sample(text =>
    {
        var root = XDocument.Parse(Standalone(new TextNode(new(1, 2), text), text), LoadOptions.PreserveWhitespace).Root!;
        Assert.Equal(text.EnumerateRunes().Count(), root.Element(Svg + "text")!.Value.EnumerateRunes().Count());
        Assert.Equal(root.Element(Svg + "title")!.Value, root.Element(Svg + "text")!.Value);
    });

    [Theory]
    [InlineData("a<b>&\"c", "a<b>&\"c")]
    [InlineData("\u0007\t", "␇␉")]
    [InlineData("\uffff\u0085", "\ufffd\ufffd")]
    [InlineData("👩‍👩‍👧", "👩‍👩‍👧")]
    public void Text_reads_back_with_what_cannot_be_written_made_visible(string text, string expected)
    {
        var element = XDocument.Parse(Standalone(new TextNode(new(0, 0), text))).Descendants(Svg + "text").Single();
        Assert.Equal(expected, element.Value);
    }

    [Fact]
    public void Half_a_surrogate_pair_becomes_the_replacement_character()
    {
        var element = XDocument.Parse(Standalone(new TextNode(new(0, 0), "x\ud800y\udc00"))).Descendants(Svg + "text").Single();
        Assert.Equal("x\ufffdy\ufffd", element.Value);
    }

    [Fact]
    public void Pages_get_neither_style_elements_nor_style_attributes()
    {
        var html = new HtmlParser().ParseDocument(SvgWriter.Write(new(Sample(), "t", "d", "one"), SvgMode.Inline));
        Assert.Empty(html.QuerySelectorAll("style, [style]"));
        Assert.NotNull(html.QuerySelector("svg.izv > title"));
        Assert.Equal("group", html.QuerySelector("svg")!.GetAttribute("role"));
        Assert.Equal("../head.html", html.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("0 10 20", html.QuerySelector("g")!.GetAttribute("data-rows"));
    }

    [Fact]
    public void Files_carry_paper_style_and_title_and_no_links()
    {
        var root = XDocument.Parse(SvgWriter.Write(new(Sample(), "t", "d", "one"), SvgMode.Standalone)).Root!;
        Assert.Equal("img", root.Attribute("role")!.Value);
        Assert.Equal("t", root.Element(Svg + "title")!.Value);
        Assert.Equal("d", root.Element(Svg + "desc")!.Value);
        Assert.Equal("f-paper", root.Element(Svg + "rect")!.Attribute("class")!.Value);
        Assert.Contains("prefers-color-scheme:dark", root.Element(Svg + "style")!.Value, StringComparison.Ordinal);
        Assert.Empty(root.Descendants(Svg + "a"));
        Assert.DoesNotContain(root.Descendants().Attributes(), a => a.Name.LocalName.StartsWith("data-", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_class_of_a_file_has_a_rule_in_it_and_in_the_stylesheet_of_pages()
    {
        var root = XDocument.Parse(SvgWriter.Write(new(Sample(), "t", "d", "one"), SvgMode.Standalone)).Root!;
        var style = root.Element(Svg + "style")!.Value;
        var classes = root.Descendants().Attributes("class").SelectMany(a => a.Value.Split(' ')).Distinct().ToArray();
        Assert.Contains("f-l7", classes);
        Assert.All(classes, c => Assert.Contains($".izv .{c}{{", style, StringComparison.Ordinal));
        Assert.All(classes, c => Assert.Contains($".izv .{c}{{", FigureStyles.Css, StringComparison.Ordinal));
    }

    [Fact]
    public void Ids_and_references_carry_the_prefix()
    {
        var root = XDocument.Parse(SvgWriter.Write(new(Sample(), "t", "d", "grid: L0"), SvgMode.Standalone)).Root!;
        Assert.All(root.Descendants().Attributes("id"), a => Assert.StartsWith("f-grid--L0-", a.Value, StringComparison.Ordinal));
        Assert.Equal("url(#f-grid--L0-h)", root.Descendants(Svg + "path").Single(p => p.Attribute("fill") is not null).Attribute("fill")!.Value);
    }

    [Fact]
    public void Tiles_are_written_as_differences_that_do_not_drift()
    {
        var boxes = Enumerable.Range(0, 300).Select(i => new SceneRect(i * 3.333, i * 1.117, 3.333, 1.117)).ToImmutableArray();
        var path = SvgPath.Of(boxes);
        var last = XDocument.Parse(Standalone(new TilesNode(boxes) { Fill = Paint.Ink })).Descendants(Svg + "path").Single().Attribute("d")!.Value;
        Assert.Equal(path, last);
        Assert.Equal((299 * 3.333, 300 * 1.117), Pen(path), new WithinOneHundredth());
    }

    [Fact]
    public void Curves_and_arcs_are_written_as_differences()
    {
        var path = SvgPath.Of([PathStep.Move(10, 10), PathStep.Cubic(new(12, 10), new(18, 20), new(20, 20)), PathStep.Arc(5, new(30, 20), isLarge: true), PathStep.Arc(2.5, new(25, 20), isClockwise: false), PathStep.Close]);
        Assert.Equal("M10 10c2 0 8 10 10 10a5 5 0 1 1 10 0a2.5 2.5 0 0 0 -5 0z", path);
    }

    [Fact]
    public void A_gradient_is_defined_once_and_its_stops_follow_the_theme_or_are_exact()
    {
        var (white, navy) = (Rgb.Parse("#ffffff"), Rgb.Parse("#08306b"));
        var paints = new[] { Paint.LevelGradient(3, 9), Paint.FixedGradient(white, navy), Paint.LevelGradient(3, 9) };
        var circles = paints.Select(p => new CircleNode(new(5, 5), 2) { Fill = p }).ToImmutableArray<SceneNode>();
        var root = XDocument.Parse(Standalone(new GroupNode(circles))).Root!;
        Assert.Equal(["url(#f-x-g0)", "url(#f-x-g1)", "url(#f-x-g0)"], root.Descendants(Svg + "circle").Select(c => c.Attribute("fill")!.Value));
        Assert.Equal(["f-x-g0", "f-x-g1"], root.Descendants(Svg + "radialGradient").Select(g => g.Attribute("id")!.Value));
        Assert.Equal(["g-l3", "g-l9", "#ffffff", "#08306b"], root.Descendants(Svg + "stop").Select(s => (s.Attribute("class") ?? s.Attribute("stop-color"))!.Value));
    }

    [Fact]
    public void An_exact_colour_and_an_opacity_are_attributes()
    {
        var circle = XDocument.Parse(Standalone(new CircleNode(new(5, 5), 2) { Fill = Paint.Fixed(Rgb.Parse("#0a0b0c")), Opacity = 0.7 })).Descendants(Svg + "circle").Single();
        Assert.Equal("#0a0b0c", circle.Attribute("fill")!.Value);
        Assert.Equal(".7", circle.Attribute("opacity")!.Value);
    }

    [Fact]
    public void Text_from_right_to_left_keeps_the_side_it_is_anchored_to()
    {
        var texts = XDocument.Parse(Standalone(new GroupNode(
        [
            new TextNode(new(0, 0), "ضوء") { Anchor = TextAnchor.End },
            new TextNode(new(0, 0), "ضوء"),
            new TextNode(new(0, 0), "left") { Anchor = TextAnchor.End },
        ]))).Descendants(Svg + "text").ToArray();
        Assert.Equal([null, "end", "end"], texts.Select(t => t.Attribute("text-anchor")?.Value));
        Assert.Equal(["r", "r", null], texts.Select(t => t.Attribute("class")?.Value));
    }

    private static string Standalone(SceneNode node, string title = "t") => SvgWriter.Write(new(new(10, 10, [node]), title, title, "x"), SvgMode.Standalone);

    private static Scene Sample() => new(20.2, 20,
    [
        new GroupNode([new TilesNode([new(0, 0, 5, 5)]) { Fill = Paint.Level(7) }, new TilesNode([new(5, 5, 5, 5)]) { Fill = Paint.Hatch }])
        {
            IsCrisp = true,
            Data = [new("rows", [0, 10, 20])],
        },
        new LinkNode("../head.html", "Head", [new RectNode(new(0, 0, 4, 4)) { Fill = Paint.Clear }]),
        new LineNode(new(0, 0), new(3, 3)) { Stroke = Paint.Category(9) },
        new TextNode(new(1, 1), "strong") { Style = TextStyle.Label.Strong, Fill = Paint.OnLevel(7) },
        new CircleNode(new(5, 5), 2) { Fill = Paint.LevelGradient(3, 9) },
    ]);

    // Follows "mx yhWvHh-W" commands to where the pen ends.
    private static (double X, double Y) Pen(string path)
    {
        var (x, y) = (0.0, 0.0);
        foreach (var box in path.Split('m', 'M').Skip(1))
        {
            var numbers = Regex.Matches(box, @"-?\d*\.?\d+", RegexOptions.NonBacktracking).Select(m => double.Parse(m.Value, CultureInfo.InvariantCulture)).ToArray();
            (x, y) = (x + numbers[0] + numbers[2] + numbers[4], y + numbers[1] + numbers[3]);
        }

        return (x, y);
    }

    private sealed class WithinOneHundredth : IEqualityComparer<(double X, double Y)>
    {
        public bool Equals((double X, double Y) a, (double X, double Y) b) => Math.Abs(a.X - b.X) < 0.0101 && Math.Abs(a.Y - b.Y) < 0.0101;

        public int GetHashCode((double X, double Y) value) => 0;
    }
}

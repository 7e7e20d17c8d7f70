using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Pages;
using IzzyViz.SiteGen.Pages.Sites;
using IzzyViz.SiteGen.Pages.Templates;
using IzzyViz.Testing;
using Scriban.Runtime;

namespace IzzyViz.SiteGen.Tests.Pages;

public sealed class TemplateTests : IDisposable
{
    private readonly TempFolder _theme = new();

    public void Dispose() => _theme.Dispose();

    [Theory]
    [InlineData("{{ x }}")]
    [InlineData("{{ x | string.append '' }}")]
    [InlineData("{{ include 'parts/inner' x }}")]
    [InlineData("<p title=\"{{ x }}\">", "<p title=\"", "\">")]
    [InlineData("{{ $\"{x}\" }}")]
    [InlineData("{{ func f(t) }}{{ t }}{{ end }}{{ f x | raw }}")]
    public void Text_is_encoded_exactly_once(string template, string before = "", string after = "")
    {
        _theme.Write("parts/inner.scriban-html", "{{ $1 }}");
        Assert.Equal($"{before}&lt;b class=&quot;x&quot;&gt;&amp;&#x27;{after}", Render(template, "<b class=\"x\">&'"));
    }

    [Fact]
    public void A_theme_file_that_takes_the_place_of_nothing_is_named()
    {
        _theme.Write("example.scriban-html", "");
        _theme.Write("pages/exmaple.scriban-html", "");
        _theme.Write("pages/example.scriban-html", "");
        _theme.Write("parts/mine.scriban-html", "");
        _theme.Write("assets/mine.css", "");
        _theme.Write("README.md", "");
        var bag = new DiagnosticBag();
        SiteTheme.Load(_theme.Path, bag);

        Assert.Equal(["example.scriban-html", "pages/exmaple.scriban-html"], bag.Items.Select(d => d.Arguments[0]));
        Assert.All(bag.Items, d => Assert.Equal("IZV6005", d.Code));
    }

    [Fact]
    public void Markup_passes_as_it_is() => Assert.Equal("<b>x</b>", Render("{{ x }}", new RawHtml("<b>x</b>")));

    [Theory]
    [InlineData("a\n  {{ nope }}", 2, 6)]
    [InlineData("{{ x.nope }}", 1, 6)]
    [InlineData("{{ include 'parts/none' }}", 1, 4)]
    [InlineData("{{ include '../../etc/passwd' }}", 1, 4)]
    [InlineData("{{ x | nope }}", 1, 8)]
    [InlineData("{{ date.now }}", 1, 4)]
    [InlineData("{{ object.eval 'x' }}", 1, 11)]
    public void An_unknown_name_is_an_error_at_its_place(string template, int line, int column)
    {
        var error = Assert.Throws<DiagnosticException>(() => Render(template, "text"));
        Assert.Equal("IZV6002", error.Diagnostic.Code);
        Assert.Equal(new SourceLocation(_theme["pages/test.scriban-html"], line, column), error.Diagnostic.Location);
    }

    [Fact]
    public void Syntax_errors_of_all_templates_are_collected()
    {
        var first = _theme.Write("pages/home.scriban-html", "<p>\n{{ if }}\n</p>");
        var second = _theme.Write("parts/own.scriban-html", "{{ for x in y }}");
        var bag = new DiagnosticBag();
        SiteTheme.Load(_theme.Path, bag);
        Assert.All(bag.Items, d => Assert.Equal("IZV6001", d.Code));
        Assert.Equal([first, second], bag.Items.Select(d => d.Location.File).Distinct());
        Assert.Equal(2, bag.Items[0].Location.Line);
    }

    [Fact]
    public void A_page_longer_than_a_mebibyte_is_not_cut()
    {
        var text = new string('a', 3_000_000);
        Assert.Equal(text.Length, Render("{{ x }}", text).Length);
    }

    [Fact]
    public void Loops_have_no_limit() => Assert.Equal(5_000, Render("{{ for i in 1..5000 }}.{{ end }}", "").Length);

    [Fact]
    public void A_theme_file_replaces_the_built_in_one_and_no_other()
    {
        _theme.Write("pages/home.scriban-html", "<p>mine</p>");
        var files = SampleSite.Assemble(themeFolder: _theme.Path).Produce().ToDictionary(f => f.Path.Value, f => System.Text.Encoding.UTF8.GetString(f.Content.Span));
        Assert.Contains("<p>mine</p>", files["index.html"], StringComparison.Ordinal);
        Assert.DoesNotContain("mine", files["models/index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_theme_folder_that_is_not_there_is_a_finding()
    {
        var error = Assert.Throws<DiagnosticException>(() => SiteTheme.Load(_theme["none"], new DiagnosticBag()));
        Assert.Equal("IZV6004", error.Diagnostic.Code);
    }

    private string Render(string template, object x)
    {
        _theme.Write("pages/test.scriban-html", template);
        var bag = new DiagnosticBag();
        var set = TemplateSet.Parse(TemplateSources.From(_theme.Path), bag);
        Assert.Empty(bag.Items);
        return set.Render("pages/test", new ScriptObject { ["x"] = x }, "index.html");
    }
}

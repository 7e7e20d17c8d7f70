using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Pages.Documents;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Pages;

public sealed class DocumentTests : IDisposable
{
    private readonly TempFolder _docs = new();
    private readonly DiagnosticBag _bag = new();

    public void Dispose() => _docs.Dispose();

    [Fact]
    public void The_title_comes_from_the_front_matter_or_the_first_heading()
    {
        _docs.Write("b.md", "---\ntitle: Named\ndescription: Says what.\norder: 1\n---\n# Other\n");
        _docs.Write("a.md", "# First *heading*\n\n## Part\n\ntext\n\n# Second\n");
        var documents = Read().Documents;
        Assert.Equal(["First heading", "Named"], documents.Select(d => d.Title));
        Assert.Equal("Says what.", documents[1].Description);
        Assert.DoesNotContain("<h1", documents[0].Body.Value, StringComparison.Ordinal);
        Assert.Equal(["Part", "Second"], documents[0].Sections.Select(s => s.Title));
        Assert.Equal("part", documents[0].Sections[0].Anchor);
    }

    [Theory]
    [InlineData("[x](other.md)", "href=\"../other/index.html\"")]
    [InlineData("[x](../other.md#part)", "href=\"../../other/index.html#part\"", "sub/here.md")]
    [InlineData("[x](/models/tiny/)", "href=\"../../models/tiny/index.html\"")]
    [InlineData("[x](https://example.org/)", "href=\"https://example.org/\"")]
    [InlineData("<mailto:a@example.org>", "href=\"mailto:a@example.org\"")]
    [InlineData("![x](pic.png)", "src=\"../pic.png\"")]
    [InlineData("[x](#here)", "href=\"#here\"")]
    public void Links_lead_where_they_say(string markdown, string expected, string name = "here.md")
    {
        _docs.Write("other.md", "# Other\n\n## Part\n");
        _docs.Write("pic.png", "");
        _docs.Write(name, markdown);
        var html = Read().Documents.Single(d => d.Path.Value.EndsWith("here/index.html", StringComparison.Ordinal)).Body.Value;
        Assert.Contains(expected, html, StringComparison.Ordinal);
        Assert.Empty(_bag.Items);
    }

    [Theory]
    [InlineData("text\n\n[x](javascript:alert(1))", "IZV6012", 3, 1)]
    [InlineData("<javascript:alert(1)>", "IZV6012", 1, 1)]
    [InlineData("![x](data:image/png;base64,AA)", "IZV6012", 1, 1)]
    [InlineData("[x](//example.org/a)", "IZV6012", 1, 1)]
    [InlineData("a [x](gone.md)", "IZV6013", 1, 3)]
    [InlineData("[x](../../etc/passwd)", "IZV6013", 1, 1)]
    [InlineData("---\ntitle: a\ncolour: red\n---\n", "IZV6010", 3, 1)]
    [InlineData("---\norder: high\n---\n", "IZV6010", 2, 8)]
    public void A_mistake_is_reported_at_its_place(string markdown, string code, int line, int column)
    {
        var file = _docs.Write("a.md", markdown);
        Read();
        var finding = Assert.Single(_bag.Items);
        Assert.Equal((code, new SourceLocation(file, line, column)), (finding.Code, finding.Location));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("a <b onclick=\"x\">b</b>")]
    public void Raw_markup_is_shown_and_not_run(string markdown)
    {
        _docs.Write("a.md", markdown);
        var html = Read().Documents[0].Body.Value;
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b ", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Column_alignment_is_a_class_because_the_policy_forbids_style_attributes()
    {
        _docs.Write("a.md", "| a | b |\n| --- | ---: |\n| x | 1 |\n");
        var html = Read().Documents[0].Body.Value;
        Assert.DoesNotContain("style=", html, StringComparison.Ordinal);
        Assert.Contains("<td class=\"n\">1</td>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bar_in_the_code_of_a_table_is_a_bar()
    {
        _docs.Write("a.md", "| option | meaning |\n| --- | --- |\n| `--error sem\\|sd` | x |\n");
        Assert.Contains("<code>--error sem|sd</code>", Read().Documents[0].Body.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_is_no_utf8_is_refused_with_the_byte()
    {
        File.WriteAllBytes(_docs["a.md"], [0x61, 0xff]);
        Assert.Empty(Read().Documents);
        Assert.Contains("byte 1 ", Assert.Single(_bag.Items).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nesting_without_end_is_refused_and_not_a_fault()
    {
        _docs.Write("a.md", new string('>', 20_000));
        Assert.Empty(Read().Documents);
        Assert.Equal("IZV6011", Assert.Single(_bag.Items).Code);
    }

    [Fact]
    public void Folders_after_the_first_keep_their_names_and_lead_to_each_other_as_their_files_do()
    {
        _docs.Write("site/reading.md", "[Rings](../figures/rings.md)");
        _docs.Write("figures/index.md", "# Figures\n\n[How](../site/reading.md#how)");
        _docs.Write("figures/rings.md", "![rings](rings/six.svg) [all](index.md)");
        _docs.Write("figures/rings/six.svg", "<svg/>");
        var set = DocumentReader.Read([_docs["site"], _docs["figures"]], _bag);
        Assert.Empty(_bag.Items);
        Assert.Equal(["docs/figures/index.html", "docs/figures/rings/index.html", "docs/reading/index.html"], set.Documents.Select(d => d.Path.Value).Order(StringComparer.Ordinal));
        Assert.Equal("docs/figures/rings/six.svg", Assert.Single(set.Files).Path.Value);
        Assert.Contains("href=\"../figures/rings/index.html\"", set.Documents.Single(d => d.Path.Value == "docs/reading/index.html").Body.Value, StringComparison.Ordinal);
        Assert.Contains("src=\"six.svg\" loading=\"lazy\"", set.Documents.Single(d => d.Path.Value == "docs/figures/rings/index.html").Body.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_is_published_where_a_document_links_to_it_and_only_there()
    {
        _docs.Write("a.md", "[The numbers](numbers.json)");
        _docs.Write("numbers.json", "{}");
        _docs.Write("secret.json", "{}");
        Assert.Equal("docs/numbers.json", Assert.Single(Read().Files).Path.Value);
        Assert.Empty(_bag.Items);
    }

    [Fact]
    public void A_folder_with_an_index_is_a_section_that_lists_show_by_its_index_alone()
    {
        _docs.Write("a.md", "# A");
        _docs.Write("guide/index.md", "# Guide");
        _docs.Write("guide/first.md", "# First");
        _docs.Write("loose/only.md", "# Only");
        var documents = Read().Documents;
        Assert.Equal(["Guide"], DocumentOrder.Indexes(documents).Select(d => d.Title));
        Assert.Equal(["A", "Guide", "Only"], DocumentOrder.Top(documents).Select(d => d.Title));
        Assert.Equal("Guide", Assert.Single(DocumentOrder.Above(documents, documents.Single(d => d.Title == "First"))).Text);
    }

    private DocumentSet Read() => DocumentReader.Read([_docs.Path], _bag);
}

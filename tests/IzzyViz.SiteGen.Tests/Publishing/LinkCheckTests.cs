using IzzyViz.SiteGen.Publishing;

namespace IzzyViz.SiteGen.Tests.Publishing;

public sealed class LinkCheckTests
{
    [Theory]
    [InlineData("<a href=\"b.html\">b</a>")]
    [InlineData("<a href=\"b.html#here\">b</a>")]
    [InlineData("<a href='b.html#h%C3%A9'>b</a>")]
    [InlineData("<p id=\"x\"><a href=\"#x\">x</a>")]
    [InlineData("<a href=\"https://example.org/none\">out</a>")]
    [InlineData("<a href=\"mailto:a@example.org\">mail</a>")]
    [InlineData("<img src=\"data:image/gif;base64,AAAA\">")]
    [InlineData("<p>text that says href=&quot;none.html&quot;</p>")]
    public void A_link_that_resolves_is_no_finding(string html) => Assert.Empty(Check(html));

    [Theory]
    [InlineData("<a href=\"c.html\">c</a>", "IZV6020: The page /a.html links to c.html, which the site does not have.")]
    [InlineData("<img src=\"pic.png\">", "IZV6020: The page /a.html links to pic.png, which the site does not have.")]
    [InlineData("<a href=\"../b.html\">b</a>", "IZV6020: The page /a.html links to ../b.html, which the site does not have.")]
    [InlineData("<a href=\"b.html#gone\">b</a>", "IZV6021: The page /a.html links to b.html#gone, and that page has no such anchor.")]
    public void A_link_that_leads_nowhere_is_named_with_its_page(string html, string finding) => Assert.Equal([finding], Check(html));

    private static string[] Check(string html)
    {
        var check = new LinkCheck();
        check.Add(SiteFile.Text(SitePath.Of("a.html"), html));
        check.Add(SiteFile.Text(SitePath.Of("b.html"), "<h2 id=\"here\">Here</h2><h2 id=\"hé\">É</h2>"));
        return [.. check.Broken().Select(d => $"{d.Code}: {d.Message}")];
    }
}

using CsCheck;
using IzzyViz.SiteGen.Publishing;

namespace IzzyViz.SiteGen.Tests.Publishing;

public sealed class SitePathTests
{
    private static readonly Gen<SitePath> Paths = Gen.String[Gen.Char["abAB /?é#%"], 1, 5].Array[1, 4].Select(ids => SitePath.Page(ids));

    [Theory]
    [InlineData("tiny-bert", "tiny-bert")]
    [InlineData("encoder.0", "encoder.0")]
    [InlineData("A", "~41")]
    [InlineData("a b", "a~20b")]
    [InlineData("é", "~c3~a9")]
    [InlineData("..", "~2e~2e")]
    [InlineData("", "~")]
    [InlineData("~", "~7e")]
    [InlineData("con", "~63on")]
    [InlineData("nul.txt", "~6eul.txt")]
    [InlineData("a.", "a~2e")]
    public void An_id_becomes_a_name_every_file_system_takes(string id, string name) => Assert.Equal(name, PathSegment.Of(id));

    [Fact]
    public void Two_ids_never_share_a_name()
    {
        var gen = Gen.OneOf(Gen.String[0, 4], Gen.String[Gen.Char["aA~./ 0é\ud800"], 0, 4], Gen.String[Gen.Char["ab"], 78, 90]);
        gen.Array[2, 2].Sample(pair => pair[0] == pair[1] || !PathSegment.Of(pair[0]).Equals(PathSegment.Of(pair[1]), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Every_id_gives_a_valid_path() => Gen.String.Sample(id => SitePath.IsValid(SitePath.Page("examples", id).Value) && PathSegment.Of(id).Length <= 80);

    [Fact]
    public void A_relative_link_leads_back_to_its_target() =>
        Gen.Select(Paths, Paths).Sample((from, to) => from.Follow(to.RelativeTo(from)) == to);

    [Theory]
    [InlineData("index.html", "models/a/index.html", "models/a/index.html")]
    [InlineData("models/a/index.html", "index.html", "../../index.html")]
    [InlineData("models/a/x/0/index.html", "models/a/x/1/index.html", "../1/index.html")]
    [InlineData("models/a/index.html", "models/a/page.json", "page.json")]
    [InlineData("index.html", "index.html", "index.html")]
    public void Links_are_relative_and_end_in_the_file(string from, string to, string link) =>
        Assert.Equal(link, SitePath.Of(to).RelativeTo(SitePath.Of(from)));

    [Theory]
    [InlineData("../../x.html")]
    [InlineData("../../../etc/passwd")]
    public void A_link_out_of_the_site_leads_nowhere(string link) => Assert.Null(SitePath.Of("a/index.html").Follow(link));

    [Theory]
    [InlineData("")]
    [InlineData("/a")]
    [InlineData("a//b")]
    [InlineData("a/../b")]
    [InlineData("a\\b")]
    [InlineData("a?b")]
    public void A_path_that_is_not_inside_the_site_is_refused(string path) => Assert.Throws<ArgumentException>(() => SitePath.Of(path));
}

using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Figures;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Figures;

public class FigureKindsTests
{
    [Fact]
    public void An_unknown_kind_is_reported_where_it_was_written_with_the_names_there_are()
    {
        var findings = new DiagnosticBag();
        Assert.Null(FigureKinds.Find("tabel-lens", new("site.yml", 9, 16), findings));
        var finding = Assert.Single(findings.Items);
        Assert.Equal("IZV5001", finding.Code);
        Assert.Equal("site.yml(9,16)", finding.Location.ToString());
        Assert.StartsWith("There is no figure kind 'tabel-lens'; there are table-lens, all-heads,", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_known_kind_is_found_without_a_finding()
    {
        var findings = new DiagnosticBag();
        Assert.Equal(FigureSubject.Example, FigureKinds.Find("all-heads", SourceLocation.None, findings)!.Subject);
        Assert.Empty(findings.Items);
    }

    [Fact]
    public void The_page_of_figures_has_a_row_for_every_kind_with_its_question()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Folder, "docs", "figures.md"));
        Assert.All(FigureKinds.All, kind => Assert.Matches($@"\| `{kind.Id}` \| [^|]+ \| {System.Text.RegularExpressions.Regex.Escape(kind.Question)} \|", page));
    }
}

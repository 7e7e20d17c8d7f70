using IzzyViz.SiteGen.Cli.Drawing;
using IzzyViz.SiteGen.Figures;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Figures.Gallery;

/// <summary>docs/figures says of every kind what the tool says of it, and shows what the tests expect; <c>IZZYVIZ_ACCEPT=1</c> writes it.</summary>
public class GalleryPageTests
{
    public static TheoryData<string> Ids => [.. GalleryPage.All.Select(p => p.Text.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_page_of_a_kind_says_what_the_tool_says(string id) => Match(GalleryPage.All.Single(p => p.Text.Id == id).Write(), $"{id}.md");

    [Fact]
    public void The_list_of_kinds_leads_to_every_page() => Match(
        $"""
        # Figures

        {GalleryPage.All.Length} kinds of figure, each with the question it answers, what it cannot show, and samples at several sizes and in several scripts.
        Most are drawn by `izzyviz-site draw KIND DATA` from [arrays](from-arrays.md) too. [Colour](colour.md) says how weights and differences are coloured, and for whom.

        | | kind | question |
        | --- | --- | --- |
        {string.Join("\n", GalleryPage.All.Select(p => $"| ![{p.Text.Title}]({p.Thumbnail.Path}) | [{p.Text.Title}]({p.Text.Id}.md) | {p.Text.Question} |"))}

        """,
        "index.md");

    [Fact]
    public void Every_kind_there_is_has_its_page_and_a_picture_that_starts_it() => Assert.Equal(
        FigureKinds.All.Select(k => k.Id).Union(DrawKinds.All.Select(k => k.Text.Id)).Order(StringComparer.Ordinal),
        GallerySamples.All.Select(s => s.Kind).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void The_page_of_figures_lists_every_kind_of_arrays_and_that_of_arrays_every_common_option()
    {
        var (figures, arrays) = (Page("figures.md"), Page("figures/from-arrays.md"));
        Assert.All(DrawKinds.All, k => Assert.Contains($"| [`{k.Text.Id}`](figures/{k.Text.Id}.md) | {k.Text.Data} | {k.Text.Question} |", figures, StringComparison.Ordinal));
        Assert.All(DrawOptions.All, o => Assert.Contains(GalleryPage.Row(o), arrays, StringComparison.Ordinal));
    }

    private static string Page(string name) => File.ReadAllText(Path.Combine(Repository.Folder, "docs", name));

    private static void Match(string text, string file) =>
        Golden.Match(text, Path.GetRelativePath(Repository.TestFolder(typeof(GalleryPageTests).Assembly), Path.Combine(GallerySample.Folder, file)), typeof(GalleryPageTests).Assembly);
}

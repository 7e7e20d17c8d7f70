using System.Text;
using System.Text.Json;
using AngleSharp.Html.Parser;
using IzzyViz.SiteGen.Pages;
using IzzyViz.SiteGen.Pages.Comparisons;
using IzzyViz.SiteGen.Pages.Drawn;
using IzzyViz.SiteGen.Pages.Examples;
using IzzyViz.SiteGen.Pages.Heads;
using IzzyViz.SiteGen.Pages.Models;
using IzzyViz.SiteGen.Pages.Sites;
using IzzyViz.SiteGen.Pages.Templates;
using IzzyViz.SiteGen.Planning;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Pages;

public sealed class ComparisonPagesTests
{
    private static readonly SiteContent Content = SampleSite.Whole;
    private static readonly SiteIndex Index = new(Content);

    [Fact]
    public void Every_comparison_answers_with_numbers() => Assert.All(Content.Comparisons, c =>
        Assert.Matches(@"\d\.\d{3}", ComparisonWords.Lead(new(Index, c))));

    [Fact]
    public void Tokens_of_a_template_that_one_side_lacks_are_counted()
    {
        var basis = ComparisonBasis.Of(View("tokenizers"));
        Assert.Contains("The tokenizers differ", basis, StringComparison.Ordinal);
        Assert.Contains("8 are on one side only", basis, StringComparison.Ordinal);
        Assert.EndsWith("Both sides read the same tokens.", ComparisonBasis.Of(View("heads")), StringComparison.Ordinal);
    }

    [Fact]
    public void Difference_comes_before_both_sides_and_all_three_have_their_tokens_in_the_same_places()
    {
        var page = ModelComparisonPage.From(View("tokenizers"));
        var drawn = page.Drawn[0];
        string Places(FigureView figure) => new HtmlParser().ParseDocument(figure.Svg.Value).QuerySelector("g[data-rows]")!.GetAttribute("data-rows")!;
        Assert.Equal(Places(drawn.Difference), Places(drawn.First));
        Assert.Equal(Places(drawn.First), Places(drawn.Second));
        Assert.Contains("a range shared with other maps", drawn.First.Legend, StringComparison.Ordinal);
        Assert.Equal(drawn.First.Legend!.Split(',')[0], drawn.Second.Legend!.Split(',')[0]);
    }

    [Fact]
    public void The_twin_has_the_numbers_of_the_page()
    {
        var files = SampleSite.Assemble().Produce().Where(f => f.Path.Value is "comparisons/seeds/page.json" or "comparisons/walk/page.json").ToDictionary(f => f.Path.Value, f => f.Content.ToArray(), StringComparer.Ordinal);
        using var seeds = JsonDocument.Parse(files["comparisons/seeds/page.json"]);
        var row = seeds.RootElement.GetProperty("matches")[0];
        Assert.True(row.GetProperty("best").GetDouble() <= row.GetProperty("matched").GetDouble() + 1e-9);
        using var walk = JsonDocument.Parse(files["comparisons/walk/page.json"]);
        Assert.Equal(2, walk.RootElement.GetProperty("intervals").GetArrayLength());
        Assert.Equal(walk.RootElement.GetProperty("intervals")[1].GetProperty("mean").GetDouble(), walk.RootElement.GetProperty("intervals")[1].GetProperty("toLast").GetDouble());
    }

    [Fact]
    public void Models_heads_and_examples_link_to_the_comparisons_that_speak_of_them()
    {
        string[] Links(PageModel page) => [.. page.Comparisons.Select(c => c.To.Value)];
        var head = Index.HeadsOf("polarity")[0];
        Assert.Equal(["comparisons/tokenizers/index.html", "comparisons/heads/index.html", "comparisons/layers/index.html"], Links(HeadPage.From(Index, "polarity", head)));
        Assert.Equal(["comparisons/tokenizers/index.html"], Links(HeadPage.From(Index, "polarity", head with { Layer = 1 })));
        Assert.Contains("comparisons/walk/index.html", Links(ModelPage.From(Index, Index.Card("walk-step-20"))));
        Assert.Contains("comparisons/seeds/index.html", Links(ExamplePage.From(Index, Index.RunsOf("seeds-seed-2")[0], Index.RunsOf("seeds-seed-2")[0].Shown[0])));
        Assert.Contains("comparisons/walk/index.html", Links(FamilyPage.From(Index, Index.GroupOf("walk-step-1"))));
    }

    [Fact]
    public void Comparisons_and_families_can_be_searched_for()
    {
        var search = Encoding.UTF8.GetString(SearchIndex.Write(Index).Content.Span);
        Assert.Contains("[\"walk\",\"models/walk/index.html\",\"family, 3 checkpoints\"]", search, StringComparison.Ordinal);
        Assert.Contains("comparisons/heads/index.html\",\"comparison, head against head\"", search, StringComparison.Ordinal);
    }

    [Fact]
    public void Twelve_layers_of_twelve_heads_keep_pages_within_their_weight()
    {
        var content = SampleComparisons.Large(12, 12);
        var index = new SiteIndex(content);
        var renderer = new PageRenderer(SampleSite.Theme().Templates, SiteFrame.From(index, SampleSite.Theme().Assets));
        Assert.All(content.Comparisons, comparison =>
        {
            var html = renderer.Html(ComparisonPages.Of(index, comparison));
            Assert.True(html.Length < 1_500_000, $"{comparison.Plan.Id}: {html.Length} characters");
            Assert.InRange(new HtmlParser().ParseDocument(html).All.Length, 500, 12_000);
        });
    }

    private static ComparisonView View(string id) => new(Index, Content.Comparisons.Single(c => c.Plan.Id == id));
}

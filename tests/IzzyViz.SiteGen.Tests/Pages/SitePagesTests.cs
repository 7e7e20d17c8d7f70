using System.Text;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using IzzyViz.Analysis.Models;
using IzzyViz.SiteGen.Pages;
using IzzyViz.SiteGen.Pages.Examples;
using IzzyViz.SiteGen.Pages.Heads;
using IzzyViz.SiteGen.Pages.Models;
using IzzyViz.SiteGen.Pages.Reviews;
using IzzyViz.SiteGen.Pages.Sites;
using IzzyViz.SiteGen.Pages.Slices;
using IzzyViz.SiteGen.Pages.Templates;
using IzzyViz.SiteGen.Planning;
using IzzyViz.SiteGen.Publishing;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Pages;

public sealed class SitePagesTests
{
    private static readonly Dictionary<string, byte[]> Files = SampleSite.Assemble().Produce().ToDictionary(f => f.Path.Value, f => f.Content.ToArray(), StringComparer.Ordinal);

    private static readonly List<(string Path, IHtmlDocument Page)> Pages =
        [.. Files.Where(f => f.Key.EndsWith(".html", StringComparison.Ordinal)).Select(f => (f.Key, new HtmlParser().ParseDocument(Encoding.UTF8.GetString(f.Value))))];

    /// <summary>For people: writes the sample where the variable says, to be looked at.</summary>
    [Fact]
    public void The_sample_can_be_written_for_looking_at_it()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("IZZYVIZ_SAMPLE_SITE") is null, "IZZYVIZ_SAMPLE_SITE names no folder.");
        foreach (var (name, content) in Files)
        {
            var path = Path.Combine(Environment.GetEnvironmentVariable("IZZYVIZ_SAMPLE_SITE")!, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, content);
        }
    }

    [Theory]
    [InlineData("index.html")]
    [InlineData("models/index.html")]
    [InlineData("models/polarity/index.html")]
    [InlineData("models/polarity/structure/index.html")]
    [InlineData("models/polarity/encoder.1/index.html")]
    [InlineData("models/polarity/encoder.1/3/index.html")]
    [InlineData("models/dates/cross.0/2/index.html")]
    [InlineData("slices/reviews/all/index.html")]
    [InlineData("examples/polarity/reviews/all/r-000/index.html")]
    [InlineData("examples/polarity/reviews/odd/~4fdd~20row~2f1~3f/index.html")]
    [InlineData("definitions/index.html")]
    [InlineData("definitions/entropy/index.html")]
    [InlineData("definitions/table-lens/index.html")]
    [InlineData("docs/index.html")]
    [InlineData("docs/reading-maps/index.html")]
    [InlineData("provenance/index.html")]
    [InlineData("review/index.html")]
    [InlineData("models/walk/index.html")]
    [InlineData("comparisons/index.html")]
    [InlineData("comparisons/tokenizers/index.html")]
    [InlineData("comparisons/heads/index.html")]
    [InlineData("comparisons/layers/index.html")]
    [InlineData("comparisons/walk/index.html")]
    [InlineData("comparisons/seeds/index.html")]
    [InlineData("404.html")]
    public void Every_kind_of_page_has_its_address(string path) => Assert.Contains(path, Files.Keys);

    [Fact]
    public void Every_link_and_anchor_resolves()
    {
        var check = new LinkCheck();
        foreach (var (path, content) in Files)
        {
            check.Add(new SiteFile(SitePath.Of(path), content));
        }

        Assert.Empty(check.Broken().Select(d => d.Message));
    }

    [Fact]
    public void Every_link_is_relative_or_leads_out() =>
        Assert.All(Pages.SelectMany(p => p.Page.QuerySelectorAll("[href],[src]")), e =>
            Assert.DoesNotMatch("^/|^file:", e.GetAttribute("href") ?? e.GetAttribute("src") ?? ""));

    [Fact]
    public void No_page_has_a_style_attribute_an_inline_script_or_a_handler() => Assert.All(Pages, p =>
    {
        Assert.Empty(p.Page.QuerySelectorAll("[style]"));
        Assert.Empty(p.Page.QuerySelectorAll("script:not([src])"));
        Assert.DoesNotContain(p.Page.All, e => e.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)));
        Assert.True(p.Path == "404.html" || p.Page.QuerySelector("style") is null, p.Path);
    });

    [Fact]
    public void Every_page_has_one_h1_headings_in_order_a_policy_and_landmarks() => Assert.All(Pages, p =>
    {
        Assert.Single(p.Page.QuerySelectorAll("h1"));
        Assert.NotNull(p.Page.QuerySelector("meta[http-equiv=Content-Security-Policy]"));
        Assert.Single(p.Page.QuerySelectorAll("main"));
        var levels = p.Page.QuerySelectorAll("h1,h2,h3,h4").Select(h => h.LocalName[1] - '0').ToList();
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"{p.Path}: h{pair.Second} after h{pair.First}"));
    });

    [Fact]
    public void No_id_is_used_twice_on_a_page() => Assert.All(Pages, p =>
        Assert.Empty(p.Page.QuerySelectorAll("[id]").GroupBy(e => e.Id).Where(g => g.Skip(1).Any()).Select(g => $"{p.Path}#{g.Key}")));

    [Fact]
    public void Hostile_text_is_text()
    {
        var page = Pages.Single(p => p.Path.StartsWith("slices/reviews/odd", StringComparison.Ordinal)).Page;
        Assert.Contains(page.QuerySelectorAll("td.text bdi"), e => e.TextContent == SampleSummaries.Hostile);
        Assert.All(Pages, p => Assert.DoesNotContain(p.Page.QuerySelectorAll("script"), s => s.TextContent.Contains("alert", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_page_but_the_404_has_a_twin_with_the_same_heading() => Assert.All(Pages.Where(p => p.Path != "404.html"), p =>
    {
        using var twin = JsonDocument.Parse(Files[SitePath.Of(p.Path).Beside("page.json").Value]);
        Assert.Equal(p.Page.QuerySelector("h1")!.TextContent, twin.RootElement.GetProperty("heading").GetString());
    });

    [Fact]
    public void A_twin_has_numbers_as_numbers_and_null_where_there_is_none()
    {
        using var twin = JsonDocument.Parse(Files["models/induction/decoder.0/0/page.json"]);
        var row = twin.RootElement.GetProperty("statistics")[0].GetProperty("rows")[0];
        Assert.Equal(JsonValueKind.Number, row.GetProperty("mean").ValueKind);
        Assert.Equal(JsonValueKind.Null, row.GetProperty("intervalLow").ValueKind);
    }

    [Fact]
    public void Every_page_is_within_its_weight() => Assert.All(Pages, p =>
    {
        Assert.True(Files[p.Path].Length < 1_500_000, p.Path);
        Assert.True(p.Page.All.Length < 12_000, $"{p.Path} has {p.Page.All.Length} elements");
    });

    [Fact]
    public void Large_models_keep_pages_within_their_weight()
    {
        SampleModel[] models = [SampleModel.Of("base", 12, 12), SampleModel.Of("deep", 12, 12), SampleModel.Of("wide", 16, 16)];
        var rows = Enumerable.Range(0, 230).Select(n => SampleSummaries.Reviews[n % 36] with { Id = $"r{n}", Text = "not good" });
        var content = SampleSite.Content with
        {
            Runs = [.. models.Select(m => SampleSite.Run(m, "reviews", "many", [.. rows]))],
            Models = [.. models.Select(m => SampleSite.Card(m, "Large", ModelTask.Encoder))],
            Review = null,
        };
        var renderer = new PageRenderer(SampleSite.Theme().Templates, SiteFrame.From(new(content), SampleSite.Theme().Assets));
        PageModel[] pages = [SlicePage.From(new(content), "reviews/many"), ModelPage.From(new(content), content.Models[2])];
        Assert.All(pages.Select(p => renderer.Html(p)), html =>
        {
            Assert.True(html.Length < 1_500_000);
            Assert.InRange(new HtmlParser().ParseDocument(html).All.Length, 1_000, 12_000);
        });
    }

    [Fact]
    public void Two_builds_give_the_same_bytes()
    {
        var again = SampleSite.Assemble().Produce().ToDictionary(f => f.Path.Value, f => f.Content.ToArray(), StringComparer.Ordinal);
        Assert.Equal(Files.Keys, again.Keys);
        Assert.All(again, f => Assert.True(f.Value.AsSpan().SequenceEqual(Files[f.Key]), f.Key));
    }

    [Fact]
    public void An_edited_row_rewrites_the_pages_that_show_it_and_no_others()
    {
        var run = SampleSite.Content.Runs[0];
        var table = run.Table with { Examples = run.Table.Examples.SetItem(0, run.Table.Examples[0] with { Text = "edited", ContentHash = "edited" }) };
        var content = SampleSite.Content with { Runs = SampleSite.Content.Runs.SetItem(0, run with { Summary = run.Summary with { Table = table } }) };
        var before = SampleSite.Assemble(SampleSite.Content).Produce().ToDictionary(f => f.Path.Value, f => f.Content.ToArray(), StringComparer.Ordinal);
        var after = SampleSite.Assemble(content).Produce();
        var changed = after.Where(f => !f.Content.Span.SequenceEqual(before[f.Path.Value])).Select(f => f.Path.Value).ToList();
        Assert.All(changed, path => Assert.Matches("^(search.js|slices/reviews/all/|models/polarity/|examples/polarity/reviews/all/r-000/)", path));
        Assert.Contains("slices/reviews/all/index.html", changed);
    }

    [Theory]
    [InlineData(null, false, new[] { "robots.txt", "sitemap.xml" }, new string[0])]
    [InlineData("https://example.org/gallery", false, new[] { "robots.txt" }, new[] { "sitemap.xml" })]
    [InlineData("https://example.org/gallery/", true, new[] { "sitemap.xml" }, new[] { "robots.txt" })]
    public void A_sitemap_needs_an_address_and_leave_to_be_found(string? url, bool noIndex, string[] absent, string[] present)
    {
        var content = SampleSite.Content with { Plan = SampleSite.Content.Plan with { Url = url is null ? null : new Uri(url), NoIndex = noIndex } };
        var files = SampleSite.Assemble(content).Produce().ToDictionary(f => f.Path.Value, f => Encoding.UTF8.GetString(f.Content.Span), StringComparer.Ordinal);
        Assert.All(absent, name => Assert.DoesNotContain(name, files.Keys));
        Assert.All(present, name => Assert.Contains(name, files.Keys));
        Assert.Equal(noIndex, files["index.html"].Contains("noindex", StringComparison.Ordinal));
        if (files.TryGetValue("sitemap.xml", out var sitemap))
        {
            Assert.Contains("<loc>https://example.org/gallery/models/polarity/</loc>", sitemap, StringComparison.Ordinal);
            Assert.DoesNotContain("404", sitemap, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_sentence_of_a_head_says_what_it_does()
    {
        var index = new SiteIndex(SampleSite.Content);
        var page = HeadPage.From(index, "polarity", new(Analysis.Models.AttentionKind.Encoder, 0, 0));
        Assert.Matches("^Head L0H0 puts 9\\d\u00a0% of its weight on the previous token \\(95\u00a0% interval \\d\\d\u00a0% to \\d\\d\u00a0%, 36 examples of reviews/all\\)\\.$", page.Lead);
        Assert.Equal("polarity / L0H0", page.Heading);
        Assert.Null(page.Neighbours.Previous);
        Assert.Equal("L0H1", page.Neighbours.Next!.Text);
        Assert.Equal("L1H0", page.Neighbours.Down!.Text);
    }

    [Fact]
    public void A_review_says_its_verdict_on_its_page_and_on_the_home_page()
    {
        var page = ReviewPage.From(new(SampleSite.Content), SampleSite.Content.Review!);
        Assert.Matches("^\\d+ changes since the baseline; 1 of 2 gates fail\\.$", page.Lead);
        Assert.Equal(page.Lead, HomePage.From(new(SampleSite.Content)).Verdict);
        var run = Assert.Single(page.Runs);
        Assert.Equal("1 answer flipped, 1 of 34 unchanged rows changed.", run.OutputsSentence);
        Assert.Equal("1 added, 1 removed and 1 edited; 34 rows unchanged.", run.RowsSentence);
        Assert.Equal("L0H0", run.Heads[0].Head.Text);
        Assert.Equal("entropy on *: loosened from 0.1 to 0.2", Assert.Single(page.Relaxed));
    }

    [Fact]
    public void Checkpoints_are_one_line_of_the_home_page_and_link_to_each_other()
    {
        var index = new SiteIndex(Family());
        var home = HomePage.From(index);
        Assert.Equal(["polarity", "induction", "dates"], home.Models.Select(m => m.Name));
        Assert.Equal("models/induction/index.html", home.Models[1].Link.To.Value);
        Assert.Equal(["step 100", "step 200"], home.Models[1].Members.Select(m => m.Link.Text));
        Assert.Equal(["2 checkpoints"], home.Rail.Select(r => r.Size).OfType<string>());
        Assert.Contains("2 models and 2 checkpoints", home.Lead, StringComparison.Ordinal);
        var page = HeadPage.From(index, "induction-step-200", new(Analysis.Models.AttentionKind.Decoder, 1, 0));
        Assert.Equal("Checkpoints of induction", page.Siblings.Title);
        Assert.Equal([("step 100", false), ("step 200", true)], page.Siblings.Links.Select(l => (l.Link.Text, l.IsCurrent)));
        Assert.Empty(HeadPage.From(index, "polarity", new(Analysis.Models.AttentionKind.Encoder, 0, 0)).Siblings.Links);
    }

    [Theory]
    [InlineData(new string[0], true, true, true)]
    [InlineData(new[] { "table-lens", "all-heads" }, true, true, false)]
    [InlineData(new[] { "layer-path" }, false, false, true)]
    public void An_example_page_draws_what_its_gallery_asks_for(string[] figures, bool allHeads, bool lens, bool path)
    {
        var run = SampleSite.Content.Runs[0];
        var page = ExamplePage.From(new(SampleSite.Content), run with { Plan = run.Plan with { Figures = [.. figures] } }, run.Shown[0]);
        Assert.Equal((allHeads, lens, path), (page.AllHeads is not null, page.Chosen.Length > 0, page.Layers is not null));
    }

    [Theory]
    [InlineData(0, new string[0], new[] { "layer-arcs", "token-journey" })]
    [InlineData(0, new[] { "head-view", "model-view", "rollout", "head-sum", "token-colours" }, new[] { "head-view", "model-view", "rollout", "head-sum", "token-colours" })]
    [InlineData(2, new[] { "rollout", "generation" }, new[] { "rollout" })]
    [InlineData(3, new[] { "generation", "token-journey" }, new[] { "generation", "token-journey" })]
    public void An_example_page_has_the_views_its_gallery_asks_for(int index, string[] figures, string[] views)
    {
        var run = SampleSite.Content.Runs[index];
        var page = ExamplePage.From(new(SampleSite.Content), run with { Plan = run.Plan with { Figures = [.. figures] } }, run.Shown[0]);
        Assert.Equal(views, page.Views.Select(v => v.Slug));
    }

    [Fact]
    public void A_model_page_has_an_atlas_for_each_kind_of_attention_and_one_by_role_where_asked()
    {
        Assert.Equal(["head-atlas"], ModelPage.From(new(SampleSite.Content), SampleSite.Content.Models[0]).Atlas.Select(f => f.Slug));
        var run = SampleSite.Content.Runs[3];
        var content = SampleSite.Content with { Runs = SampleSite.Content.Runs.SetItem(3, run with { Plan = run.Plan with { Figures = ["role-map"] } }) };
        var page = ModelPage.From(new(content), content.Models[2]);
        Assert.Equal(["role-map-encoder", "role-map-decoder", "role-map-cross"], page.Atlas.Select(f => f.Slug));
        Assert.Contains($"Means over {run.Shown.Length} examples of dates/all", page.Atlas[0].Legend, StringComparison.Ordinal);
    }

    [Fact]
    public void A_head_page_says_which_examples_it_could_draw()
    {
        var run = SampleSite.Content.Runs[0];
        var content = SampleSite.Content with { Runs = SampleSite.Content.Runs.SetItem(0, run with { Shown = [.. run.Shown.Take(2)] }) };
        var page = HeadPage.From(new(content), "polarity", new(Analysis.Models.AttentionKind.Encoder, 0, 0));
        Assert.Equal("Maps are kept of the first 2 examples of reviews/all only; of those the lowest and the highest are drawn.", page.DrawnNote);
        Assert.All(page.Examples, e => Assert.Equal(e.Link is not null, e.Figure is not null));
        Assert.Contains(page.Examples, e => e.Figure is not null);
    }

    private static SiteContent Family()
    {
        var content = SampleSite.Content;
        var run = content.Runs[2];
        string[] ids = ["induction-step-100", "induction-step-200"];
        return content with
        {
            Review = null,
            Plan = content.Plan with { Models = [.. ids.Select(id => run.Plan.Model with { Id = id, Family = "induction", Role = FamilyRole.Checkpoint, Label = id[10..].Replace('-', ' ') })] },
            Models = [content.Models[0], .. ids.Select(id => content.Models[1] with { Id = id }), content.Models[2]],
            Runs = [.. content.Runs.Where(r => r != run), .. ids.Select(id => run with { Summary = run.Summary with { Table = run.Table with { ModelId = id } } })],
        };
    }

    [Fact]
    public void Heads_of_a_model_with_several_kinds_say_which()
    {
        var page = HeadPage.From(new(SampleSite.Content), "dates", new(Analysis.Models.AttentionKind.Cross, 1, 2));
        Assert.Equal("dates / cross.L1H2", page.Heading);
    }
}

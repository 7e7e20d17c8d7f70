using System.Text;
using IzzyViz.SiteGen.Pages;
using IzzyViz.SiteGen.Pages.Slices;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Pages;

public sealed class WithheldTests
{
    [Theory]
    [InlineData("reviews", "the plot was", "acting", "truly good", "dull at all", "negation", "r-00", "Odd row", "~4fdd~20row", "alert(1)")]
    [InlineData("dates", "March", "d-00", "d-01", ">1950<", "1950-03", "long-form")]
    [InlineData("sequences", "heron", "otter", "lynx", "crane", "s-00", "s-01", ">repeated<")]
    public void No_string_of_a_hidden_dataset_is_anywhere_in_the_site(string dataset, params string[] strings)
    {
        var runs = SampleSite.Content.Runs.Where(r => r.Plan.Dataset.Source.Id == dataset)
            .Select(r => r with { Plan = r.Plan with { Dataset = r.Plan.Dataset with { IsHidden = true } } })
            .ToList();
        var models = SampleSite.Content.Models.Where(m => runs.Any(r => r.ModelId == m.Id));
        var site = SampleSite.Assemble(SampleSite.Content with { Runs = [.. runs], Models = [.. models] });
        foreach (var file in site.Produce().Where(f => !f.Path.Value.StartsWith("assets/", StringComparison.Ordinal)))
        {
            var text = file.Path.Value + Encoding.UTF8.GetString(file.Content.Span);
            Assert.All(strings, s => Assert.DoesNotContain(s, text, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("reviews", "the plot was", "acting", "truly good", "dull at all", "negation", "r-00", "Odd row", "alert(1)")]
    [InlineData("sequences", "heron", "otter", "lynx", "crane", "s-00", "s-01", ">repeated<")]
    public void No_string_of_a_hidden_dataset_is_on_a_page_that_compares(string dataset, params string[] strings)
    {
        var runs = SampleSite.Whole.Runs.Select(r => r.Plan.Dataset.Source.Id == dataset ? r with { Plan = r.Plan with { Dataset = r.Plan.Dataset with { IsHidden = true } } } : r);
        var files = SampleSite.Assemble(SampleSite.Whole with { Runs = [.. runs], Review = null }).Produce().ToList();
        var pages = files.Where(f => f.Path.Value.StartsWith("comparisons/", StringComparison.Ordinal) || f.Path.Value.StartsWith("models/walk/", StringComparison.Ordinal)).ToList();

        Assert.True(pages.Count > 40);
        Assert.All(pages, page => Assert.All(strings, s => Assert.DoesNotContain(s, page.Path.Value + Encoding.UTF8.GetString(page.Content.Span), StringComparison.Ordinal)));
    }

    [Fact]
    public void Numbers_of_a_hidden_dataset_stay()
    {
        var run = SampleSite.Content.Runs[0] with { Plan = SampleSite.Content.Runs[0].Plan with { Dataset = SampleSite.Content.Runs[0].Plan.Dataset with { IsHidden = true } } };
        var files = SampleSite.Assemble(SampleSite.Content with { Runs = [run], Models = [SampleSite.Content.Models[0]] }).Produce()
            .ToDictionary(f => f.Path.Value, f => Encoding.UTF8.GetString(f.Content.Span), StringComparer.Ordinal);
        Assert.Contains("withheld: tokens are numbered", files["slices/reviews/all/index.html"], StringComparison.Ordinal);
        Assert.Contains("puts 90&#xA0;% of its weight", files["models/polarity/encoder.0/0/index.html"], StringComparison.Ordinal);
        Assert.Equal(4, files.Keys.Count(k => k.StartsWith("examples/polarity/reviews/all/row-", StringComparison.Ordinal) && k.EndsWith("/index.html", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_row_keeps_its_identity_wherever_it_stands()
    {
        var table = SampleSite.Content.Runs[0].Table;
        var all = WithheldRows.Of(table).Examples;
        var fewer = WithheldRows.Of(table with { Examples = table.Examples[3..] }).Examples;
        Assert.Equal(all.Skip(3).Select(e => (e.Id, e.ContentHash)), fewer.Select(e => (e.Id, e.ContentHash)));
        Assert.Equal(all.Length, all.Select(e => e.Id).Distinct().Count());
    }

    [Fact]
    public void Withholding_twice_is_withholding_once()
    {
        var once = WithheldRows.Of(SampleSite.Content.Runs[0].Table);
        Assert.Equal(once.Examples.AsEnumerable(), WithheldRows.Of(once).Examples);
    }

    [Fact]
    public void Equal_ids_of_two_datasets_do_not_look_alike()
    {
        var table = SampleSite.Content.Runs[0].Table;
        var other = WithheldRows.Of(table with { SliceId = "other/all" });
        Assert.Empty(WithheldRows.Of(table).Examples.Select(e => e.Id).Intersect(other.Examples.Select(e => e.Id)));
    }
}

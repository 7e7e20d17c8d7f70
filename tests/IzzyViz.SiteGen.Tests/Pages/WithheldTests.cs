using System.Text;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Pages;

public sealed class WithheldTests
{
    [Theory]
    [InlineData("reviews", new[] { "plot", "acting", "truly", "dull", "negation", "r-00", "[CLS]", "Odd row" })]
    [InlineData("dates", new[] { "March", "d-0", "1950", "19", "long-form" })]
    [InlineData("sequences", new[] { "heron", "otter", "lynx", "crane", "s-0", ">repeated<" })]
    public void No_string_of_a_hidden_dataset_is_anywhere_in_the_site(string dataset, string[] strings)
    {
        var runs = SampleSite.Content.Runs.Where(r => r.Plan.Dataset.Source.Id == dataset).Select(r => r with { Plan = r.Plan with { Dataset = r.Plan.Dataset with { IsHidden = true } } });
        var site = SampleSite.Assemble(SampleSite.Content with { Runs = [.. runs], Models = [.. SampleSite.Content.Models.Where(m => runs.Any(r => r.ModelId == m.Id))] });
        var texts = site.Produce().Where(f => f.Path.Folder.StartsWith("examples", StringComparison.Ordinal) || f.Path.Folder.StartsWith("slices", StringComparison.Ordinal)
            || f.Path.Folder.StartsWith("models", StringComparison.Ordinal) || f.Path.Value == "search.js");
        foreach (var file in texts)
        {
            var text = Encoding.UTF8.GetString(file.Content.Span);
            Assert.All(strings.Where(s => s != "19" && s != "1950"), s => Assert.DoesNotContain(s, text, StringComparison.Ordinal));
            Assert.All(strings.Where(s => s == "1950"), s => Assert.DoesNotContain($">{s}<", text, StringComparison.Ordinal));
        }
    }
}

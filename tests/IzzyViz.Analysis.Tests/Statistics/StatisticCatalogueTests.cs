using IzzyViz.Analysis.Statistics;

namespace IzzyViz.Analysis.Tests.Statistics;

public sealed class StatisticCatalogueTests
{
    [Fact]
    public void Ids_are_kebab_case_and_unique()
    {
        Assert.All(StatisticCatalogue.All, d => Assert.Matches("^[a-z]+(-[a-z]+)*$", d.Id));
        Assert.Equal(StatisticCatalogue.All.Length, StatisticCatalogue.All.Select(d => d.Id).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Every_definition_can_be_looked_up_and_a_wrong_name_cannot()
    {
        Assert.All(StatisticCatalogue.All, d => Assert.True(StatisticCatalogue.TryGet(d.Id, out var found) && ReferenceEquals(found, d)));
        Assert.False(StatisticCatalogue.TryGet("entropie", out _));
    }

    [Fact]
    public void What_grows_with_length_has_no_largest_value()
        => Assert.All(StatisticCatalogue.All, d => Assert.Equal(d.GrowsWithLength, d.Maximum is null));

    [Fact]
    public void Every_definition_says_what_a_page_needs() => Assert.All(StatisticCatalogue.All, d =>
    {
        Assert.All([d.Title, d.Unit, d.Formula, d.Counts, d.Limits, d.Source], text => Assert.False(string.IsNullOrWhiteSpace(text)));
        Assert.EndsWith("?", d.Question);
    });
}

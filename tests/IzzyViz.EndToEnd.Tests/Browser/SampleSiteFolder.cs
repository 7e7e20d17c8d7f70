using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Publishing;
using IzzyViz.SiteGen.Reviewing;
using IzzyViz.Testing;

namespace IzzyViz.EndToEnd.Tests.Browser;

/// <summary>The sample site, written to disk once by the product's own writer.</summary>
public sealed class SampleSiteFolder : IDisposable
{
    private readonly TempFolder _temp = new();

    public SampleSiteFolder()
    {
        var bag = new DiagnosticBag();
        SiteWriter.Write(SampleSite.Assemble(), _temp["site"], bag, default);
        SiteWriter.Write(ReviewSite.Assemble(SampleSite.Content.Review!, new(_temp["site"], null), (_temp["review"], SampleSite.Theme(), [])), _temp["review"], bag, default);
        Assert.Empty(bag.Items);
    }

    /// <summary>A review that stands beside the site, as <c>diff --out</c> writes it.</summary>
    public string Review => new Uri(_temp["review/index.html"]).AbsoluteUri;

    /// <summary>Where the browser finds a page: straight from disk, as after unpacking a zip.</summary>
    public string this[string page] => new Uri(_temp[$"site/{page}"]).AbsoluteUri;

    public void Dispose() => _temp.Dispose();
}

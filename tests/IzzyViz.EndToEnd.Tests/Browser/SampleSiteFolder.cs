using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Publishing;
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
        Assert.Empty(bag.Items);
    }

    /// <summary>Where the browser finds a page: straight from disk, as after unpacking a zip.</summary>
    public string this[string page] => new Uri(_temp[$"site/{page}"]).AbsoluteUri;

    public void Dispose() => _temp.Dispose();
}

using System.Text.Json;
using IzzyViz.SiteGen.Pages.Sites;
using IzzyViz.SiteGen.Publishing;

namespace IzzyViz.SiteGen.Reviewing;

/// <summary>The newer build as a place that a review links to: a site on disk, or a store whose site lives at an address.</summary>
internal sealed record LinkedSite(string Folder, Uri? Url)
{
    /// <summary>Null for a store, which has no pages.</summary>
    public string? Title => HasPages ? HeadingOf(File.ReadAllBytes(FileOf(SiteAddresses.Home.Beside("page.json")))) : null;

    private bool HasPages => File.Exists(FileOf(SiteAddresses.Home)) && File.Exists(FileOf(SiteAddresses.Home.Beside("page.json")));

    private string? Address => Url is null ? null : Url.AbsoluteUri.TrimEnd('/') + "/";

    /// <summary>Of a store it is only known that models and their heads have pages; which examples have one, the site decides.</summary>
    public bool Has(SitePath page) => HasPages ? File.Exists(FileOf(page)) : Url is not null && page.Value.StartsWith("models/", StringComparison.Ordinal);

    /// <summary>What links in a document that travels begin with: the site's address, or the way from the document's folder.</summary>
    public string AddressFrom(string folder) => Address ?? Way.Between(folder, Folder) + "/";

    /// <summary>What links of a page beside the site begin with: the way there, or the site's address where its pages are not on disk.</summary>
    public string WayFrom(string folder) => HasPages || Address is null ? Way.Between(folder, Folder) + "/" : Address;

    private static string? HeadingOf(byte[] twin)
    {
        try
        {
            using var page = JsonDocument.Parse(twin);
            return page.RootElement.TryGetProperty("heading", out var heading) ? heading.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private string FileOf(SitePath page) => Path.Combine(Folder, page.Value.Replace('/', Path.DirectorySeparatorChar));
}

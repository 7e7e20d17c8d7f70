using System.Security;
using System.Text;
using IzzyViz.SiteGen.Publishing;

namespace IzzyViz.SiteGen.Pages.Sites;

/// <summary>Lists every page by its absolute address, for search engines.</summary>
internal static class Sitemap
{
    public static SiteFile Write(string url, IEnumerable<SitePath> pages)
    {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        foreach (var page in pages.Where(p => p.Value.EndsWith("index.html", StringComparison.Ordinal)))
        {
            text.Append("<url><loc>").Append(SecurityElement.Escape(url + page.Address[1..])).Append("</loc></url>\n");
        }

        return SiteFile.Text(SitePath.Of("sitemap.xml"), text.Append("</urlset>\n").ToString());
    }
}

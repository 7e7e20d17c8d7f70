using System.Collections.Immutable;
using IzzyViz.SiteGen.Pages.Templates;
using IzzyViz.SiteGen.Publishing;

namespace IzzyViz.SiteGen.Pages.Sites;

/// <summary>Content and theme to a whole site. Nothing is rendered yet: each part is made when it is written.</summary>
internal static class SiteAssembler
{
    public static Site Assemble(SiteContent content, SiteTheme theme, ImmutableArray<SiteFile> pictures, string? fingerprint = null)
    {
        var index = new SiteIndex(content);
        var frame = SiteFrame.From(index, theme.Assets);
        var site = new Site { Fingerprint = fingerprint };
        SitePages.AddTo(site, index, new PageRenderer(theme.Templates, frame));
        site.Add(SearchIndex.Write(index));
        foreach (var file in theme.Assets.Files.Concat(pictures))
        {
            site.Add(file);
        }

        if (frame is { Url: { } url, NoIndex: false })
        {
            site.Add(Sitemap.Write(url, [.. site.Parts.Select(p => p.Name)]));
        }

        if (frame.NoIndex)
        {
            site.Add(SiteFile.Text(SitePath.Of("robots.txt"), "User-agent: *\nDisallow: /\n"));
        }

        return site;
    }
}

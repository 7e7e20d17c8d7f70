using IzzyViz.SiteGen.Pages.Sites;
using IzzyViz.SiteGen.Publishing;
using Scriban.Runtime;

namespace IzzyViz.SiteGen.Pages.Templates;

/// <summary>Turns page models into files: the page, its twin <c>page.json</c>, and the figures it shows.</summary>
internal sealed class PageRenderer(TemplateSet templates, SiteFrame frame)
{
    public SiteFrame Frame { get; } = frame;

    public IEnumerable<SiteFile> Files(PageModel page)
    {
        yield return SiteFile.Text(page.Path, Html(page));
        if (page.HasTwin)
        {
            yield return new SiteFile(page.Path.Beside("page.json"), PageJson.Write(page));
        }

        foreach (var file in page.Figures.SelectMany(f => f.Files(Frame.Output)))
        {
            yield return file;
        }
    }

    public string Html(PageModel page)
    {
        var names = new ScriptObject(StringComparer.Ordinal);
        names.SetValue("site", Frame, readOnly: true);
        names.SetValue("page", page, readOnly: true);
        names.SetValue("href", TemplateFunction.Of("to", (SitePath to) => Frame.LinkTo(to, page.Path)), readOnly: true);
        names.SetValue("href_as", TemplateFunction.Of(("to", "format"), (SitePath to, string format) => Frame.LinkTo(to.As(format), page.Path)), readOnly: true);
        names.SetValue("asset", TemplateFunction.Of("name", (string name) => Frame.Assets.PathOf(name).RelativeTo(page.Path)), readOnly: true);
        names.SetValue("twin", page.Path.Beside("page.json").RelativeTo(page.Path), readOnly: true);
        var template = page is NotFoundPage ? "pages/not-found" : "layout";
        return templates.Render(template, names, page.Path.Value).ReplaceLineEndings("\n");
    }
}

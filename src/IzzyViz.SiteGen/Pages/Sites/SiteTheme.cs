using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Pages.Templates;

namespace IzzyViz.SiteGen.Pages.Sites;

/// <summary>Templates and assets: the built-in ones, each replaced where the user's theme folder has a file of its name.</summary>
internal sealed record SiteTheme(TemplateSet Templates, SiteAssets Assets)
{
    /// <summary>Reads and parses everything; mistakes of every template land in the bag, and with any the theme must not be used.</summary>
    public static SiteTheme Load(string? folder, DiagnosticBag bag)
    {
        try
        {
            var sources = TemplateSources.From(folder);
            bag.AddRange(sources.Unused.Select(n => PageDiagnostics.ThemeFileUnused.At(sources.Display(n), n)));
            return new(TemplateSet.Parse(sources, bag), SiteAssets.From(sources, FigureStyles.Css));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DiagnosticException(PageDiagnostics.ThemeUnreadable.At(folder ?? "", error.Message), error);
        }
    }
}

using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Pages;

/// <summary>What can be wrong with templates, documents and the pages made of them.</summary>
internal static class PageDiagnostics
{
    public static readonly DiagnosticDescriptor TemplateSyntax = new("IZV6001", Severity.Error, "The template cannot be read: {0}");

    public static readonly DiagnosticDescriptor TemplateFailed = new("IZV6002", Severity.Error, "The template failed on page {0}: {1}");

    public static readonly DiagnosticDescriptor ThemeUnreadable = new("IZV6004", Severity.Error, "The theme folder cannot be read: {0}");

    public static readonly DiagnosticDescriptor ThemeFileUnused = new("IZV6005", Severity.Warning, "The theme's file '{0}' takes the place of nothing: templates are named like 'pages/example.scriban-html', assets like 'assets/site.css'.");

    public static readonly DiagnosticDescriptor FrontMatter = new("IZV6010", Severity.Error, "The front matter of the document cannot be read: {0}. Known keys are title, description and order.");

    public static readonly DiagnosticDescriptor DocumentRefused = new("IZV6011", Severity.Error, "The document cannot be read: {0}");

    public static readonly DiagnosticDescriptor LinkScheme = new("IZV6012", Severity.Error, "The link \"{0}\" is refused; allowed are https, http, mailto and links inside the site.");

    public static readonly DiagnosticDescriptor DocumentLink = new("IZV6013", Severity.Error, "The link \"{0}\" leads to no document and no page of the site.");

    public static readonly DiagnosticDescriptor BrokenLink = new("IZV6020", Severity.Error, "The page {0} links to {1}, which the site does not have.");

    public static readonly DiagnosticDescriptor BrokenAnchor = new("IZV6021", Severity.Error, "The page {0} links to {1}, and that page has no such anchor.");

    public static readonly DiagnosticDescriptor DuplicatePath = new("IZV6022", Severity.Error, "Two pages want the address {0}; rename one of them.");
}

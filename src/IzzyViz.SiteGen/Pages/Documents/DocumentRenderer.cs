using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace IzzyViz.SiteGen.Pages.Documents;

/// <summary>Markdown to markup that a strict content security policy takes: no raw HTML, no style attributes, no foreign schemes.</summary>
internal static class DocumentRenderer
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UseYamlFrontMatter()
        .DisableHtml()
        .UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
        .UsePipeTables()
        .UseFigures()
        .UseFootnotes()
        .UsePreciseSourceLocation()
        .Build();

    public static Document? Render(DocumentSource source, DocumentLinks links, DiagnosticBag bag)
    {
        try
        {
            var document = Markdown.Parse(source.Text, Pipeline);
            DocumentTables.UseClasses(document);
            RewriteLinks(document, source, links, bag);
            return Build(document, source, links, FrontMatter.Read(document, source.File, bag));
        }
        catch (ArgumentException error)
        {
            // Markdig's answer to nesting beyond its depth limit.
            bag.Add(PageDiagnostics.DocumentRefused.At(source.File, error.Message));
            return null;
        }
    }

    private static Document Build(MarkdownDocument document, DocumentSource source, DocumentLinks links, FrontMatter front)
    {
        var title = front.Title ?? TakeTitle(document) ?? Path.GetFileNameWithoutExtension(source.Name);
        foreach (var heading in document.Descendants<HeadingBlock>().Where(h => h.Level == 1))
        {
            // The page has its one h1 already.
            heading.Level = 2;
        }

        return new()
        {
            Path = links.PathOf(source.Name),
            Title = title,
            Description = front.Description,
            Order = front.Order,
            Body = new(Write(document)),
            Sections = [.. document.Descendants<HeadingBlock>().Where(h => h.Level == 2).Select(h => new Section(TextOf(h), h.GetAttributes().Id ?? ""))],
            ContentHash = source.ContentHash,
        };
    }

    private static string? TakeTitle(MarkdownDocument document)
    {
        if (document.FirstOrDefault(b => b is HeadingBlock { Level: 1 }) is not HeadingBlock first)
        {
            return null;
        }

        document.Remove(first);
        return TextOf(first);
    }

    private static string TextOf(HeadingBlock heading) =>
        string.Concat(heading.Inline?.Descendants().Select(i => i switch { LiteralInline l => l.Content.ToString(), CodeInline c => c.Content, _ => "" }) ?? []);

    private static string Write(MarkdownDocument document)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.Render(document);
        return writer.ToString();
    }

    private static void RewriteLinks(MarkdownDocument document, DocumentSource source, DocumentLinks links, DiagnosticBag bag)
    {
        foreach (var link in document.Descendants<LinkInline>())
        {
            link.Url = links.Resolve(source.Name, link.Url ?? "", At(source, link), bag) ?? "#";
            if (link.IsImage)
            {
                // A page may show more pictures than fit on a screen.
                link.GetAttributes().AddProperty("loading", "lazy");
            }
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(l => !l.IsEmail))
        {
            link.Url = links.Resolve(source.Name, link.Url, At(source, link), bag) ?? "#";
        }
    }

    private static SourceLocation At(DocumentSource source, Inline inline) => new(source.File, inline.Line + 1, inline.Column + 1);
}

using System.Text;
using IzzyViz.Analysis.Diagnostics;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace IzzyViz.SiteGen.Pages.Templates;

/// <summary>All templates, parsed once. Names are looked up among the sources alone, so an include cannot reach another file.</summary>
internal sealed class TemplateSet
{
    public const string Extension = ".scriban-html";

    private readonly SortedDictionary<string, Template> _templates = new(StringComparer.Ordinal);
    private readonly ScriptObject _builtins = TemplateBuiltins.Create();
    private readonly Dictionary<Type, IObjectAccessor?> _accessors = [];

    private TemplateSet()
    {
    }

    /// <summary>Reads every template and reports every syntax error of every one.</summary>
    public static TemplateSet Parse(TemplateSources sources, DiagnosticBag bag)
    {
        var set = new TemplateSet();
        foreach (var name in sources.Names.Where(n => n.EndsWith(Extension, StringComparison.Ordinal)))
        {
            var template = Template.Parse(Encoding.UTF8.GetString(sources.Read(name)), sources.Display(name));
            set._templates[name[..^Extension.Length]] = template;
            bag.AddRange(template.Messages.Where(m => m.Type == ParserMessageType.Error).Select(m => PageDiagnostics.TemplateSyntax.At(At(m.Span), m.Message)));
        }

        return set;
    }

    /// <summary>Renders a template (named without its extension) over the given names. An unknown name is an error at its place in the template.</summary>
    public string Render(string name, ScriptObject names, string page)
    {
        var context = new HtmlTemplateContext(_builtins, new ParsedTemplates(_templates), _accessors);
        foreach (var (key, template) in _templates)
        {
            context.CachedTemplates[key] = template;
        }

        context.PushGlobal(names);
        try
        {
            return _templates[name].Render(context);
        }
        catch (ScriptRuntimeException error)
        {
            throw new DiagnosticException(PageDiagnostics.TemplateFailed.At(At(error.Span), page, Reason(error)), error);
        }
    }

    // Scriban counts lines and columns from 0.
    private static SourceLocation At(SourceSpan span) =>
        string.IsNullOrEmpty(span.FileName) ? SourceLocation.None : new(span.FileName, span.Start.Line + 1, span.Start.Column + 1);

    private static string Reason(ScriptRuntimeException error) =>
        error.InnerException is ScriptRuntimeException inner ? Reason(inner) : error.OriginalMessage ?? error.Message;

    /// <summary>Answers includes from the parsed templates only.</summary>
    private sealed class ParsedTemplates(IReadOnlyDictionary<string, Template> templates) : ITemplateLoader
    {
        public string GetPath(TemplateContext context, SourceSpan callerSpan, string templateName) =>
            templates.ContainsKey(templateName)
                ? templateName
                : throw new ScriptRuntimeException(callerSpan, $"there is no template \"{templateName}\"; the theme folder and the built-in templates were searched.");

        public string Load(TemplateContext context, SourceSpan callerSpan, string templatePath) => throw new InvalidOperationException(templatePath);

        public ValueTask<string?> LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath) => throw new InvalidOperationException(templatePath);
    }
}

using System.Text.Encodings.Web;
using System.Text.Unicode;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace IzzyViz.SiteGen.Pages.Templates;

/// <summary>Writes every expression of a template HTML-encoded, in text and in attributes alike; <see cref="RawHtml"/> alone passes as it is.</summary>
internal sealed class HtmlTemplateContext : TemplateContext
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly Dictionary<Type, IObjectAccessor?> _accessors;

    /// <param name="accessors">How members of values are read, found once for all pages: what a context finds itself, it forgets.</param>
    public HtmlTemplateContext(ScriptObject builtins, ITemplateLoader loader, Dictionary<Type, IObjectAccessor?> accessors)
        : base(builtins)
    {
        _accessors = accessors;
        TemplateLoader = loader;
        StrictVariables = true;
        EnableRelaxedMemberAccess = false;
        EnableRelaxedTargetAccess = false;
        EnableRelaxedIndexerAccess = false;
        EnableRelaxedFunctionAccess = false;

        // The default of 1 MiB cuts a page short without a word, and the default of 1,000 loop steps is fewer than a page of heads has.
        LimitToString = 0;
        LoopLimit = 0;
        RecursiveLimit = 100;
    }

    // Text between tags goes to the overload for slices; every expression comes here.
    public override TemplateContext Write(SourceSpan span, object? value)
    {
        if (value is not null)
        {
            Write(value is RawHtml raw ? raw.Value : Encoder.Encode(ObjectToString(value) ?? ""));
        }

        return this;
    }

    protected override IObjectAccessor? GetMemberAccessorImpl(object target) =>
        _accessors.TryGetValue(target.GetType(), out var known) ? known : _accessors[target.GetType()] = base.GetMemberAccessorImpl(target);
}

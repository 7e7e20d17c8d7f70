using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace IzzyViz.SiteGen.Pages.Templates;

/// <summary>What templates can call: Scriban's own functions less those that run text as code, and an <c>include</c> whose result is not encoded again.</summary>
internal static class TemplateBuiltins
{
    public static ScriptObject Create()
    {
        var builtins = (ScriptObject)TemplateContext.GetDefaultBuiltinObject().Clone(true);
        builtins.SetValue("include", new MarkupInclude((IScriptCustomFunction)builtins["include"]!), readOnly: true);
        builtins.Remove("include_join");

        // The clock is no part of a page.
        builtins.Remove("date");
        var objects = (ScriptObject)builtins["object"]!;
        objects.Remove("eval");
        objects.Remove("eval_template");
        builtins.Import("raw", (object? value) => new RawHtml(value?.ToString() ?? ""));
        return builtins;
    }

    private sealed class MarkupInclude(IScriptCustomFunction include) : IScriptCustomFunction
    {
        public int RequiredParameterCount => include.RequiredParameterCount;

        public int ParameterCount => include.ParameterCount;

        public ScriptVarParamKind VarParamKind => include.VarParamKind;

        public Type ReturnType => typeof(RawHtml);

        public ScriptParameterInfo GetParameterInfo(int index) => include.GetParameterInfo(index);

        public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
            new RawHtml(include.Invoke(context, callerContext, arguments, blockStatement)?.ToString() ?? "");

        public ValueTask<object?> InvokeAsync(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
            ValueTask.FromResult(Invoke(context, callerContext, arguments, blockStatement));
    }
}

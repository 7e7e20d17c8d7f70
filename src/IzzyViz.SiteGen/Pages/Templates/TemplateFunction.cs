using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace IzzyViz.SiteGen.Pages.Templates;

/// <summary>A function of templates. Unlike Scriban's own wrapping of a delegate it is called without reflection: pages ask for links by the hundred.</summary>
internal sealed class TemplateFunction(Func<ScriptArray, object?> call, params ScriptParameterInfo[] parameters) : IScriptCustomFunction
{
    public int RequiredParameterCount => parameters.Length;

    public int ParameterCount => parameters.Length;

    public ScriptVarParamKind VarParamKind => ScriptVarParamKind.None;

    public Type ReturnType => typeof(string);

    public static TemplateFunction Of<T>(string name, Func<T, string> call) => new(a => call((T)a[0]!), Parameter<T>(name));

    public static TemplateFunction Of<T1, T2>((string First, string Second) names, Func<T1, T2, string> call) =>
        new(a => call((T1)a[0]!, (T2)a[1]!), Parameter<T1>(names.First), Parameter<T2>(names.Second));

    public ScriptParameterInfo GetParameterInfo(int index) => parameters[index];

    public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) => call(arguments);

    public ValueTask<object?> InvokeAsync(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        ValueTask.FromResult(call(arguments));

    private static ScriptParameterInfo Parameter<T>(string name) => new(typeof(T), name);
}

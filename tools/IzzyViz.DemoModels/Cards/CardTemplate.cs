using Scriban;
using Scriban.Runtime;

namespace IzzyViz.DemoModels.Cards;

/// <summary>The prose of the cards, with places for measured values; an unknown name is an error.</summary>
internal static class CardTemplate
{
    /// <param name="values">An anonymous object; <c>TagTable</c> is <c>tag_table</c> in the template.</param>
    public static string Render(string name, object values)
    {
        var variables = new ScriptObject(StringComparer.Ordinal);
        variables.Import(values);
        var context = new TemplateContext(variables, StringComparer.Ordinal) { StrictVariables = true, EnableRelaxedMemberAccess = false };
        return Template.Parse(Read(name), name).Render(context);
    }

    private static string Read(string name)
    {
        using var stream = typeof(CardTemplate).Assembly.GetManifestResourceStream($"{name}.md")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}

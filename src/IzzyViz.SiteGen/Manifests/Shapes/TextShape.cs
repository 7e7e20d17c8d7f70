using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Manifests.Yaml;

namespace IzzyViz.SiteGen.Manifests.Shapes;

/// <summary>Text of a stated form, turned into a value by <paramref name="parse"/>; null from it means that the form is right and the content is not.</summary>
/// <param name="pattern">In the common part of the .NET and ECMAScript dialects, anchored at both ends.</param>
internal sealed class TextShape<T>(string says, string pattern, Func<string, Located<T>?> parse) : Shape<Located<T>>
{
    private readonly Regex _pattern = new(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    public override string Says => says;

    public override JsonObject Schema() => new() { ["type"] = "string", ["pattern"] = pattern };

    public override Located<T>? Read(YamlNode node, string name, DiagnosticBag bag)
    {
        if (node is not YamlScalar { Kind: ScalarKind.Text } scalar)
        {
            return node is YamlScalar { Kind: ScalarKind.Null } ? Refuse(node, name, bag) : RefuseUnquoted(node, name, bag);
        }

        if (HasForm(scalar.Text) && parse(scalar.Text) is { } parsed)
        {
            return parsed with { At = scalar.At };
        }

        bag.Add(ManifestDiagnostics.BadForm.At(scalar.At, name, scalar.Shortened, says));
        return null;
    }

    // "$" also matches before a last line break, which a block scalar has.
    public bool HasForm(string text) => _pattern.Match(text) is { Success: true } match && match.Length == text.Length;

    private Located<T>? RefuseUnquoted(YamlNode node, string name, DiagnosticBag bag)
    {
        var found = node is YamlScalar ? $"{node.Says} (put it in quotes if it is meant as text)" : node.Says;
        bag.Add(ManifestDiagnostics.WrongType.At(node.At, name, says, found));
        return null;
    }
}

internal static class TextShape
{
    /// <summary>Any text with something in it.</summary>
    public static TextShape<string> Any(string says = "text") => Of(says, @"^[\s\S]*\S[\s\S]*$");

    public static TextShape<string> Of(string says, string pattern) => new(says, pattern, text => new Located<string>(text, SourceLocation.None));

    public static TextShape<T> Parsed<T>(string says, string pattern, Func<string, T?> parse)
        where T : struct => new(says, pattern, text => parse(text) is { } value ? new Located<T>(value, SourceLocation.None) : null);
}

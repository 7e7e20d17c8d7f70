using System.Text.RegularExpressions;
using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Manifests.Yaml;

internal enum ScalarKind
{
    Text,
    Null,
    Flag,
    Integer,

    /// <summary>An octal or hexadecimal number, or one with a zero in front, which YAML 1.1 and 1.2 read differently.</summary>
    OddInteger,
    Real,
}

/// <summary>A single value. What is quoted is text; the rest is told by its form, as the core schema of YAML 1.2.2 (section 10.3.2) says.</summary>
internal sealed partial record YamlScalar(string Text, ScalarKind Kind, SourceLocation At) : YamlNode(At)
{
    private const int LongestQuote = 60;

    public override string Says => Kind switch
    {
        ScalarKind.Null => "nothing",
        ScalarKind.Flag => Text,
        ScalarKind.Text => $"the text '{Shortened}'",
        _ => $"the number {Shortened}",
    };

    /// <summary>The text as a message quotes it.</summary>
    public string Shortened => Shorten(Text);

    public static string Shorten(string text) => text.Length <= LongestQuote ? text : text[..LongestQuote] + "…";

    public static ScalarKind KindOf(string plain) => plain switch
    {
        "" or "~" or "null" or "Null" or "NULL" => ScalarKind.Null,
        "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => ScalarKind.Flag,
        _ when Decimal().IsMatch(plain) => ScalarKind.Integer,
        _ when Odd().IsMatch(plain) => ScalarKind.OddInteger,
        _ when Floating().IsMatch(plain) => ScalarKind.Real,
        _ => ScalarKind.Text,
    };

    [GeneratedRegex(@"\A[-+]?(0|[1-9][0-9]*)\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Decimal();

    [GeneratedRegex(@"\A([-+]?0[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Odd();

    [GeneratedRegex(@"\A[-+]?((\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|\.(inf|Inf|INF))\z|\A\.(nan|NaN|NAN)\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Floating();
}

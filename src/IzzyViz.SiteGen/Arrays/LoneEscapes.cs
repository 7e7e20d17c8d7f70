using System.Text.Json;
using System.Text.RegularExpressions;

namespace IzzyViz.SiteGen.Arrays;

/// <summary>Escaped halves of surrogate pairs stand for no character; JSON readers refuse them, figures show U+FFFD.</summary>
internal static partial class LoneEscapes
{
    public static string Read(string escaped) => JsonSerializer.Deserialize<string>($"\"{Replaced(escaped)}\"")!;

    public static string Replaced(string json) => Escapes().Replace(json, m => m.Groups["whole"].Success ? m.Value : @"\ufffd");

    [GeneratedRegex(@"(?<whole>\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|\\u[dD][89a-fA-F][0-9a-fA-F]{2}", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Escapes();
}

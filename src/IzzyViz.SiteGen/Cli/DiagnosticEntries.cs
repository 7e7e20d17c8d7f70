using System.Text.RegularExpressions;

namespace IzzyViz.SiteGen.Cli;

/// <summary>One entry of docs/diagnostics.md.</summary>
/// <param name="Text">Markdown below the heading: severity and message, then cause and remedy.</param>
internal sealed record DiagnosticEntry(string Code, string Text);

/// <summary>docs/diagnostics.md, which the tool carries inside it.</summary>
internal static partial class DiagnosticEntries
{
    private const string Resource = "docs/diagnostics.md";

    public static IReadOnlyList<DiagnosticEntry> Read()
    {
        using var stream = typeof(DiagnosticEntries).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }

    public static IReadOnlyList<DiagnosticEntry> Parse(string markdown) =>
        [.. Entry().Matches(markdown.ReplaceLineEndings("\n")).Select(m => new DiagnosticEntry(m.Groups["code"].Value, m.Groups["text"].Value.Trim()))];

    [GeneratedRegex(@"^### (?<code>IZV\d{4})[^\n]*\n(?<text>.*?)(?=^#|\z)", RegexOptions.Multiline | RegexOptions.Singleline, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Entry();
}

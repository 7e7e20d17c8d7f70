using IzzyViz.Analysis.Diagnostics;
using YamlDotNet.Core;

namespace IzzyViz.SiteGen.Manifests.Yaml;

/// <summary>A scanner's or parser's exception as a finding. Tabs get their own, because the scanner points at the start of the file for them.</summary>
internal static class YamlFault
{
    public static Diagnostic Describe(YamlException exception, string text, string file)
    {
        if (exception.Message.Contains("tab", StringComparison.OrdinalIgnoreCase) && FirstTab(text) is var (line, column))
        {
            return ManifestDiagnostics.Tab.At(new SourceLocation(file, line, column));
        }

        var start = exception.Start;
        return ManifestDiagnostics.Syntax.At(new SourceLocation(file, (int)start.Line, (int)start.Column), Sentence(exception.Message));
    }

    private static (int Line, int Column)? FirstTab(string text)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var column = lines[i].AsSpan().IndexOfAnyExcept(' ');
            if (column >= 0 && lines[i][column] == '\t' && lines[i].Trim().Length > 0)
            {
                return (i + 1, column + 1);
            }
        }

        return null;
    }

    private static string Sentence(string message)
    {
        var text = message.ReplaceLineEndings(" ").Trim().TrimEnd('.');
        return char.ToLowerInvariant(text[0]) + text[1..] + ".";
    }
}

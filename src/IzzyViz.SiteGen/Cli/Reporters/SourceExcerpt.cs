using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Cli.Reporters;

/// <summary>The line a finding points at, with a caret under the column.</summary>
internal static class SourceExcerpt
{
    private const int LargestFile = 1_000_000;

    /// <param name="width">The longest part of the line to show.</param>
    /// <returns>Two lines, or null where there is no line to show: no position, a large or unreadable file.</returns>
    public static (string Line, string Caret)? Of(SourceLocation location, int width)
    {
        if (location is { Line: 0 } or { Column: 0 } || ReadLine(location) is not { } line || location.Column > line.Length + 1)
        {
            return null;
        }

        // A long line is shown from a little before the column.
        var start = line.Length <= width ? 0 : Math.Max(0, location.Column - 1 - (width / 2));
        var shown = line[start..Math.Min(line.Length, start + width)];
        var margin = $"{location.Line,5} | ";
        return (margin + PlainText.OneLine(shown), new string(' ', margin.Length - 2) + "| " + new string(' ', location.Column - 1 - start) + "^");
    }

    private static string? ReadLine(SourceLocation location)
    {
        try
        {
            var file = new FileInfo(location.File);
            return file is { Exists: true, Length: <= LargestFile } ? File.ReadLines(location.File).ElementAtOrDefault(location.Line - 1) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // The finding stands without its excerpt.
            return null;
        }
    }
}

using System.Text;

namespace IzzyViz.SiteGen.Cli.Reporters;

/// <summary>Text that came from files, made harmless for a terminal or a log.</summary>
internal static class PlainText
{
    /// <summary>One line, without control characters that could move the cursor, colour the log or forge another line.</summary>
    public static string OneLine(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            plain.Append(rune.Value is '\n' or '\r' or '\t' ? " " : Rune.IsControl(rune) || IsDirectional(rune) ? "\uFFFD" : rune.ToString());
        }

        return plain.ToString();
    }

    // U+202A…U+202E and U+2066…U+2069 turn the reading direction of what follows.
    private static bool IsDirectional(Rune rune) => rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}

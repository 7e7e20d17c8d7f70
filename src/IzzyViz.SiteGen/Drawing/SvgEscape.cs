using System.Text;

namespace IzzyViz.SiteGen.Drawing;

/// <summary>Any string, however broken, as well-formed XML and HTML text.</summary>
internal static class SvgEscape
{
    public static StringBuilder AppendEscaped(this StringBuilder text, string value)
    {
        foreach (var rune in value.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '&' => text.Append("&amp;"),
                '<' => text.Append("&lt;"),
                '>' => text.Append("&gt;"),
                '"' => text.Append("&quot;"),
                _ => text.Append(Visible(rune)),
            };
        }

        return text;
    }

    // Control characters have pictures (␀ … ␡). A lone surrogate comes out of the enumeration as U+FFFD already.
    private static Rune Visible(Rune rune) => rune.Value switch
    {
        < 0x20 => new Rune(0x2400 + rune.Value),
        0x7F => new Rune(0x2421),
        >= 0x80 and <= 0x9F => Rune.ReplacementChar,
        >= 0xFDD0 and <= 0xFDEF => Rune.ReplacementChar,
        _ when (rune.Value & 0xFFFE) == 0xFFFE => Rune.ReplacementChar,
        _ => rune,
    };
}

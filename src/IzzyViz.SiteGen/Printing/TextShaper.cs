using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Printing;

/// <summary>A line of text to runs of glyphs from left to right: fonts chosen by grapheme, directions by the bidirectional algorithm.</summary>
internal sealed class TextShaper(FontSet fonts)
{
    /// <summary>U+2581, with which SentencePiece begins words. Inter does not have it, but a low line looks the same.</summary>
    public const string WordStart = "▁";

    private const string LowLine = "_";

    public ImmutableArray<TextRun> Shape(string text, TextStyle style)
    {
        // Lone surrogates come out of the enumeration as U+FFFD.
        text = string.Concat(text.EnumerateRunes());
        var pieces = Join(Graphemes(text, style));
        return [.. BidiLevels.Reorder(pieces, p => p.Level).Select(p => Set(p, style))];
    }

    /// <summary>The code points a font must have: all but those that only steer others.</summary>
    public static IEnumerable<Rune> Essential(string grapheme) =>
        grapheme.EnumerateRunes().Where(r => Rune.GetUnicodeCategory(r) != UnicodeCategory.Format && r.Value is not ((>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF)));

    private IEnumerable<Piece> Graphemes(string text, TextStyle style)
    {
        var levels = BidiLevels.Of(text);
        for (var i = 0; i < text.Length;)
        {
            var next = StringInfo.GetNextTextElementLength(text, i);
            var grapheme = text.Substring(i, next);
            yield return new(grapheme, fonts.FaceFor(grapheme, style.IsStrong), levels[i]);
            i += next;
        }
    }

    private static List<Piece> Join(IEnumerable<Piece> graphemes)
    {
        var pieces = new List<Piece>();
        foreach (var next in graphemes)
        {
            if (pieces is [.., var last] && last.Face is not null && last.Face == next.Face && last.Level == next.Level)
            {
                pieces[^1] = last with { Text = last.Text + next.Text };
            }
            else
            {
                pieces.Add(next);
            }
        }

        return pieces;
    }

    private TextRun Set(Piece piece, TextStyle style)
    {
        if (piece.Face is { } face)
        {
            return face.Shape(piece.Text, style.Size, piece.Level % 2 == 1);
        }

        return piece.Text == WordStart && fonts.FaceFor(LowLine, style.IsStrong) is { } inter
            ? inter.Shape(LowLine, style.Size, isRightToLeft: false) with { Text = WordStart }
            : new MissingRun(piece.Text, style.Size, CodePointBox.Width(piece.Text, style));
    }

    private sealed record Piece(string Text, FontFace? Face, int Level);
}

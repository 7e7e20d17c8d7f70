using System.Collections.Immutable;
using System.Globalization;
using IzzyViz.SiteGen.Drawing;
using SkiaSharp;

namespace IzzyViz.SiteGen.Printing;

/// <summary>
/// A grapheme no font has, as a box with its code points in hexadecimal, two rows of digits each. Its text is the grapheme itself, so that a PDF can be
/// searched for it and copied from.
/// </summary>
internal static class CodePointBox
{
    private const int MostColumns = 4;
    private const double Least = 0.6;
    private const double Margin = 0.1;
    private const double Bottom = 0.17;
    private const double Height = 0.98;

    /// <summary>What layout has reserved for it.</summary>
    public static double Width(string grapheme, TextStyle style) => Math.Max(TextMeasure.Width(grapheme, style), Least * style.Size);

    public static SKRect Box(MissingRun run) => SKRect.Create(
        (float)(run.Size * 0.04), (float)(-run.Size * (Height - Bottom)), (float)(run.Advance - (run.Size * 0.08)), (float)(run.Size * Height));

    /// <summary>The digits, placed from the run's start on the baseline.</summary>
    public static GlyphRun Digits(MissingRun run, FontFace face)
    {
        var columns = Columns([.. TextShaper.Essential(run.Text).Select(r => r.Value)]);
        var column = (run.Advance - (2 * Margin * run.Size)) / columns.Length;
        var size = Math.Min(column / 0.66, run.Size * 0.46);
        var glyphs = columns.SelectMany((digits, i) => new[] { Place(digits[0], i, 0), Place(digits[1], i, 1) });
        return new(face, size, run.Text, [.. glyphs], run.Advance);

        PlacedGlyph Place(char digit, int i, int row) => new(
            face.GlyphOf(new(digit)), 0, (run.Size * Margin) + (i * column), (run.Size * (Bottom - Margin)) - ((1 - row) * run.Size * 0.42));
    }

    // A long sequence shows its first code point and how many follow.
    private static ImmutableArray<string> Columns(ImmutableArray<int> points)
    {
        ImmutableArray<string> all = [.. points.SelectMany(Columns)];
        return all.Length <= MostColumns ? all : [.. Columns(points[0]), $"+{Math.Min(points.Length - 1, 9)}"];
    }

    // Read from left to right in the upper row, then in the lower: 65E5 is 6 over E, 5 over 5.
    private static IEnumerable<string> Columns(int point)
    {
        var digits = point.ToString(point > 0xFFFF ? "X6" : "X4", CultureInfo.InvariantCulture);
        var half = digits.Length / 2;
        return Enumerable.Range(0, half).Select(i => $"{digits[i]}{digits[half + i]}");
    }
}

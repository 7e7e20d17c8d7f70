using System.Text;
using IzzyViz.SiteGen.Cli.Reporters;
using Spectre.Console.Rendering;

namespace IzzyViz.SiteGen.Structures;

/// <summary>Names as a table shows them; they are the model's own, and may hold anything.</summary>
internal static class CellText
{
    private const int Longest = 400;

    /// <summary>Columns of a terminal that it fills.</summary>
    public static int Width(string text) => new Segment(text).CellCount();

    public static string Shown(string text) => PlainText.OneLine(Shortened(text, Longest));

    /// <summary>Both ends of a text that is too wide: what tells names apart is at either end.</summary>
    public static string Shortened(string text, int room)
    {
        if (text.Length <= room && Width(text) <= room)
        {
            return text;
        }

        // No character fills less than half a column per unit, but for those that fill none.
        var near = Math.Min(text.Length, 2 * room);
        var start = Fitting(text[..near].EnumerateRunes(), room / 2);
        var end = Fitting(text[^near..].EnumerateRunes().Reverse(), room - 1 - room / 2);
        return string.Concat(start.Select(r => r.ToString())) + "…" + string.Concat(end.Select(r => r.ToString()).Reverse());
    }

    private static List<Rune> Fitting(IEnumerable<Rune> runes, int room)
    {
        var left = room;
        return [.. runes.TakeWhile(r => (left -= Width(r.ToString())) >= 0)];
    }
}

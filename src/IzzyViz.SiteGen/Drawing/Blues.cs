using System.Collections.Immutable;

namespace IzzyViz.SiteGen.Drawing;

/// <summary>The colour map "Blues" in 256 steps between the nine colours of ColorBrewer (Harrower and Brewer, 2003), as matplotlib makes it.</summary>
internal static class Blues
{
    public const int Count = 256;

    // Matplotlib's rule, on W3C relative luminance.
    private const double DarkInkAbove = 0.408;

    private static readonly ImmutableArray<Rgb> Anchors =
        [.. new[] { "#f7fbff", "#deebf7", "#c6dbef", "#9ecae1", "#6baed6", "#4292c6", "#2171b5", "#08519c", "#08306b" }.Select(Rgb.Parse)];

    private static readonly ImmutableArray<Rgb> Colors = [.. Enumerable.Range(0, Count).Select(Between)];

    public static Rgb At(int index) => Colors[index];

    public static Rgb InkOn(Rgb ground) => ground.Luminance > DarkInkAbove ? new(0x26, 0x26, 0x26) : new(0xff, 0xff, 0xff);

    private static Rgb Between(int index)
    {
        var place = (double)(Anchors.Length - 1) * index / (Count - 1);
        var from = Math.Min((int)place, Anchors.Length - 2);
        byte Mix(byte a, byte b) => (byte)Math.Round(a + ((b - a) * (place - from)));
        var (low, high) = (Anchors[from], Anchors[from + 1]);
        return new(Mix(low.Red, high.Red), Mix(low.Green, high.Green), Mix(low.Blue, high.Blue));
    }
}

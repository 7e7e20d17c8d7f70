namespace IzzyViz.SiteGen.Drawing;

/// <summary>An sRGB colour of eight bits a channel.</summary>
internal readonly record struct Rgb(byte Red, byte Green, byte Blue)
{
    public string Hex => $"#{Red:x2}{Green:x2}{Blue:x2}";

    /// <summary>W3C relative luminance, 0…1.</summary>
    public double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    /// <summary>WCAG 2 contrast ratio, 1…21.</summary>
    public double ContrastWith(Rgb other)
    {
        var (high, low) = (Math.Max(Luminance, other.Luminance), Math.Min(Luminance, other.Luminance));
        return (high + 0.05) / (low + 0.05);
    }

    /// <summary>0xRRGGBB.</summary>
    public int ToInt() => (Red << 16) | (Green << 8) | Blue;

    public static Rgb FromInt(int color) => new((byte)(color >> 16), (byte)(color >> 8), (byte)color);

    public static Rgb Parse(string hex) =>
        new(Convert.ToByte(hex[1..3], 16), Convert.ToByte(hex[3..5], 16), Convert.ToByte(hex[5..7], 16));

    private static double Linear(byte channel)
    {
        var c = channel / 255.0;
        return c <= 0.03928 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
    }
}

namespace IzzyViz.SiteGen.Drawing;

/// <summary>A colour by perceived lightness 0…1, chroma and hue in degrees (B. Ottosson, "A perceptual color space for image processing", 2020).</summary>
internal readonly record struct Oklch(double Lightness, double Chroma, double Hue)
{
    /// <summary>The nearest colour of the same lightness and hue that a screen can show.</summary>
    public Rgb ToRgb()
    {
        var chroma = Chroma;
        while (chroma > 0 && !IsInGamut(Channels(chroma)))
        {
            chroma -= 0.001;
        }

        var (red, green, blue) = Channels(Math.Max(chroma, 0));
        return new(ToByte(red), ToByte(green), ToByte(blue));
    }

    private (double Red, double Green, double Blue) Channels(double chroma)
    {
        var (a, b) = (chroma * Math.Cos(Hue * Math.PI / 180), chroma * Math.Sin(Hue * Math.PI / 180));
        var l = Cube(Lightness + (0.3963377774 * a) + (0.2158037573 * b));
        var m = Cube(Lightness - (0.1055613458 * a) - (0.0638541728 * b));
        var s = Cube(Lightness - (0.0894841775 * a) - (1.2914855480 * b));
        return (
            (4.0767416621 * l) - (3.3077115913 * m) + (0.2309699292 * s),
            (-1.2684380046 * l) + (2.6097574011 * m) - (0.3413193965 * s),
            (-0.0041960863 * l) - (0.7034186147 * m) + (1.7076147010 * s));
    }

    private static double Cube(double x) => x * x * x;

    private static bool IsInGamut((double Red, double Green, double Blue) c) =>
        Math.Min(c.Red, Math.Min(c.Green, c.Blue)) >= -0.0005 && Math.Max(c.Red, Math.Max(c.Green, c.Blue)) <= 1.0005;

    private static byte ToByte(double linear)
    {
        var c = Math.Clamp(linear, 0, 1);
        var encoded = c <= 0.0031308 ? 12.92 * c : (1.055 * Math.Pow(c, 1 / 2.4)) - 0.055;
        return (byte)Math.Round(255 * encoded);
    }
}

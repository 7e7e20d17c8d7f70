using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Tests.Drawing;

/// <summary>
/// Colours as readers without one kind of cone see them (Machado, Oliveira and Fernandes, "A physiologically-based model for simulation of color vision
/// deficiency", 2009; severity 1, on linear light), and their distances in OKLab times 100.
/// </summary>
internal static class ColorVision
{
    public static readonly string[] Kinds = ["all cones", "protanopia", "deuteranopia", "tritanopia"];

    private static readonly Dictionary<string, double[]> Matrices = new(StringComparer.Ordinal)
    {
        ["all cones"] = [1, 0, 0, 0, 1, 0, 0, 0, 1],
        ["protanopia"] = [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
        ["deuteranopia"] = [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881],
        ["tritanopia"] = [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900],
    };

    public static double Distance(Rgb a, Rgb b, string kind)
    {
        var (x, y) = (Lab(a, kind), Lab(b, kind));
        return 100 * Math.Sqrt(Math.Pow(x.L - y.L, 2) + Math.Pow(x.A - y.A, 2) + Math.Pow(x.B - y.B, 2));
    }

    /// <summary>OKLab's L times 100.</summary>
    public static double Lightness(Rgb color, string kind = "all cones") => 100 * Lab(color, kind).L;

    private static (double L, double A, double B) Lab(Rgb color, string kind)
    {
        var m = Matrices[kind];
        var (r, g, b) = (Linear(color.Red), Linear(color.Green), Linear(color.Blue));
        double Seen(int row) => Math.Clamp((m[row] * r) + (m[row + 1] * g) + (m[row + 2] * b), 0, 1);
        var (red, green, blue) = (Seen(0), Seen(3), Seen(6));
        var l = Math.Cbrt((0.4122214708 * red) + (0.5363325363 * green) + (0.0514459929 * blue));
        var c = Math.Cbrt((0.2119034982 * red) + (0.6806995451 * green) + (0.1073969566 * blue));
        var s = Math.Cbrt((0.0883024619 * red) + (0.2817188376 * green) + (0.6299787005 * blue));
        return (
            (0.2104542553 * l) + (0.7936177850 * c) - (0.0040720468 * s),
            (1.9779984951 * l) - (2.4285922050 * c) + (0.4505937099 * s),
            (0.0259040371 * l) + (0.7827717662 * c) - (0.8086757660 * s));
    }

    private static double Linear(byte channel) => channel / 255.0 is var c && c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
}

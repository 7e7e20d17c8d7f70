using System.Collections.Immutable;

namespace IzzyViz.SiteGen.Drawing;

/// <summary>The colours of figures, each with a light and a dark side. "More" is always further from the paper.</summary>
internal sealed record Palette
{
    public const int Levels = 32;
    public const int Steps = 33;
    public const int Categories = 8;

    public static readonly Palette Light = new()
    {
        Paper = Rgb.Parse("#ffffff"),
        Ink = Rgb.Parse("#16181d"),
        Muted = Rgb.Parse("#5b6270"),
        Rule = Rgb.Parse("#c3c8d1"),
        Accent = Rgb.Parse("#a8470d"),
        Tint = Rgb.Parse("#fbe3cf"),
        Sequential = Ramp(new(0.968, 0.012, 252), new(0.30, 0.10, 264), 0.128),
        Diverging = Both(new(0.962, 0.004, 260), new(0.44, 0.13, 45), new(0.40, 0.13, 262)),
        Categorical = [.. LightCategories.Select(Rgb.Parse)],
    };

    public static readonly Palette Dark = new()
    {
        Paper = Rgb.Parse("#101216"),
        Ink = Rgb.Parse("#e9ebef"),
        Muted = Rgb.Parse("#a0a7b4"),
        Rule = Rgb.Parse("#454b57"),
        Accent = Rgb.Parse("#f2a65e"),
        Tint = Rgb.Parse("#4a2f17"),
        Sequential = Ramp(new(0.245, 0.035, 262), new(0.95, 0.045, 225), 0.115),
        Diverging = Both(new(0.255, 0.006, 260), new(0.86, 0.10, 62), new(0.84, 0.09, 245)),
        Categorical = [.. DarkCategories.Select(Rgb.Parse)],
    };

    // Okabe and Ito's order, darkened until each reaches 3:1 on white; the dark side is lightened until it does on black.
    private static string[] LightCategories => ["#0072b2", "#c25100", "#00845f", "#b0568a", "#8a6d00", "#2b88bf", "#5b4bb5", "#4d5462"];

    private static string[] DarkCategories => ["#56a9e6", "#f08a3c", "#3fc495", "#e093bd", "#dcc23f", "#8fd0f5", "#a89bf0", "#b4bac6"];

    public required Rgb Paper { get; init; }

    public required Rgb Ink { get; init; }

    public required Rgb Muted { get; init; }

    public required Rgb Rule { get; init; }

    public required Rgb Accent { get; init; }

    public required Rgb Tint { get; init; }

    public required ImmutableArray<Rgb> Sequential { get; init; }

    public required ImmutableArray<Rgb> Diverging { get; init; }

    public required ImmutableArray<Rgb> Categorical { get; init; }

    /// <summary>Black or white, whichever is read better on a colour; one of them always reaches 4.5:1.</summary>
    public static Rgb InkOn(Rgb background)
    {
        var (black, white) = (new Rgb(0, 0, 0), new Rgb(255, 255, 255));
        return background.ContrastWith(black) >= background.ContrastWith(white) ? black : white;
    }

    // Lightness is linear, so that equal steps look equal; chroma bulges in between, where screens have room for it.
    private static ImmutableArray<Rgb> Ramp(Oklch from, Oklch to, double bulge) =>
        [.. Enumerable.Range(0, Levels).Select(k => Between(from, to, k / (Levels - 1.0), bulge).ToRgb())];

    private static ImmutableArray<Rgb> Both(Oklch middle, Oklch low, Oklch high) =>
        [.. Enumerable.Range(0, Steps).Select(k => Side(middle, low, high, (2.0 * k / (Steps - 1)) - 1).ToRgb())];

    private static Oklch Side(Oklch middle, Oklch low, Oklch high, double t)
    {
        var end = t < 0 ? low : high;
        return Between(middle with { Hue = end.Hue }, end, Math.Abs(t), end.Chroma);
    }

    private static Oklch Between(Oklch from, Oklch to, double t, double bulge)
    {
        var chroma = ((1 - t) * from.Chroma) + (t * to.Chroma);
        var room = 4 * t * (1 - t) * Math.Max(0, bulge - ((from.Chroma + to.Chroma) / 2));
        return new(((1 - t) * from.Lightness) + (t * to.Lightness), chroma + room, ((1 - t) * from.Hue) + (t * to.Hue));
    }
}

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
        Diverging = Both(new(0.962, 0.004, 260), new(0.42, 0.13, 45), new(0.42, 0.13, 262)),
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
        Diverging = Both(new(0.255, 0.006, 260), new(0.85, 0.10, 62), new(0.85, 0.10, 245)),
        Categorical = [.. DarkCategories.Select(Rgb.Parse)],
    };

    /// <summary>For paper: black text, nothing paler than a printer can hold, chroma that CMYK has, and lightness alone tells levels and categories apart.</summary>
    public static readonly Palette Print = new()
    {
        Paper = Rgb.Parse("#ffffff"),
        Ink = Rgb.Parse("#000000"),
        Muted = Rgb.Parse("#3b3b3b"),
        Rule = Rgb.Parse("#8a8a8a"),
        Accent = Rgb.Parse("#7a2e00"),
        Tint = Rgb.Parse("#d9d9d9"),
        Sequential = Ramp(new(0.935, 0.014, 245), new(0.20, 0.035, 262), 0.07),
        Diverging = Both(new(0.955, 0, 260), new(0.40, 0.09, 50), new(0.40, 0.09, 258)),
        Categorical = [.. PrintCategories.Select(Rgb.Parse)],
    };

    // Blue, orange, green, red, brown or yellow, sky, violet, grey: found by a search that moved lightness and chroma until every two differ by 10
    // (OKLab × 100) for readers of every kind of colour vision and each reaches 3:1 on its paper. On paper their lightness alone parts them too.
    private static string[] LightCategories => ["#0075a3", "#e37102", "#246400", "#a34266", "#4e3014", "#688dfd", "#341c87", "#939393"];

    private static string[] DarkCategories => ["#455ac7", "#e87e23", "#20dfaf", "#a04c5b", "#f3d229", "#5f97a0", "#d589f6", "#e2f0fe"];

    private static string[] PrintCategories => ["#0e0d3b", "#3e1900", "#518f49", "#a87fb6", "#544326", "#243162", "#3e529a", "#716670"];

    public required Rgb Paper { get; init; }

    public required Rgb Ink { get; init; }

    public required Rgb Muted { get; init; }

    public required Rgb Rule { get; init; }

    public required Rgb Accent { get; init; }

    public required Rgb Tint { get; init; }

    public required ImmutableArray<Rgb> Sequential { get; init; }

    public required ImmutableArray<Rgb> Diverging { get; init; }

    public required ImmutableArray<Rgb> Categorical { get; init; }

    /// <summary>The one side a theme shows where it has to be one.</summary>
    public static Palette Of(Theme theme) => theme switch { Theme.Dark => Dark, Theme.Print => Print, _ => Light };

    /// <summary>The colour of a paint; null for those that are no colour.</summary>
    public Rgb? ColorOf(Paint paint) => paint.Role switch
    {
        PaintRole.Ink => Ink,
        PaintRole.Muted => Muted,
        PaintRole.Rule => Rule,
        PaintRole.Paper => Paper,
        PaintRole.Accent => Accent,
        PaintRole.Tint => Tint,
        PaintRole.Level => Sequential[paint.Index],
        PaintRole.OnLevel => InkOn(Sequential[paint.Index]),
        PaintRole.Diverging => Diverging[paint.Index],
        PaintRole.OnDiverging => InkOn(Diverging[paint.Index]),
        PaintRole.Category => Categorical[paint.Index],
        PaintRole.Fixed => Rgb.FromInt(paint.Index),
        _ => null,
    };

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

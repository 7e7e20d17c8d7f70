using System.Collections.Immutable;

namespace IzzyViz.SiteGen.Drawing;

/// <summary>One custom property, <c>--izv-NAME</c>, with its value on light and on dark paper.</summary>
internal readonly record struct ThemeVariable(string Name, Rgb Light, Rgb Dark);

/// <summary>Every colour a figure can use, by the name its classes and custom properties carry.</summary>
internal static class ThemeVariables
{
    public static ImmutableArray<ThemeVariable> All { get; } =
    [
        Single("ink", p => p.Ink),
        Single("muted", p => p.Muted),
        Single("rule", p => p.Rule),
        Single("paper", p => p.Paper),
        Single("accent", p => p.Accent),
        Single("tint", p => p.Tint),
        .. Scale("l", Palette.Levels, (p, k) => p.Sequential[k]),
        .. Scale("i", Palette.Levels, (p, k) => Palette.InkOn(p.Sequential[k])),
        .. Scale("d", Palette.Steps, (p, k) => p.Diverging[k]),
        .. Scale("e", Palette.Steps, (p, k) => Palette.InkOn(p.Diverging[k])),
        .. Scale("c", Palette.Categories, (p, k) => p.Categorical[k]),
    ];

    /// <summary>The name behind a paint; null for those that are no colour.</summary>
    public static string? NameOf(Paint paint) => paint.Role switch
    {
        PaintRole.None or PaintRole.Clear or PaintRole.Hatch or PaintRole.Fixed or PaintRole.LevelGradient or PaintRole.FixedGradient => null,
        PaintRole.Level => $"l{paint.Index}",
        PaintRole.OnLevel => $"i{paint.Index}",
        PaintRole.Diverging => $"d{paint.Index}",
        PaintRole.OnDiverging => $"e{paint.Index}",
        PaintRole.Category => $"c{paint.Index}",
        _ => paint.Role.ToString().ToLowerInvariant(),
    };

    private static ThemeVariable Single(string name, Func<Palette, Rgb> color) => new(name, color(Palette.Light), color(Palette.Dark));

    private static IEnumerable<ThemeVariable> Scale(string prefix, int count, Func<Palette, int, Rgb> color) =>
        Enumerable.Range(0, count).Select(k => new ThemeVariable($"{prefix}{k}", color(Palette.Light, k), color(Palette.Dark, k)));
}

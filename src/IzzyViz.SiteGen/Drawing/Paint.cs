namespace IzzyViz.SiteGen.Drawing;

/// <summary>A colour by its role; what it looks like in light and dark is the theme's business.</summary>
/// <param name="Rim">The outer colour of a gradient, in the same terms as <paramref name="Index"/>.</param>
internal readonly record struct Paint(PaintRole Role, int Index = 0, int Rim = 0)
{
    public static readonly Paint None = new(PaintRole.None);
    public static readonly Paint Ink = new(PaintRole.Ink);
    public static readonly Paint Muted = new(PaintRole.Muted);
    public static readonly Paint Rule = new(PaintRole.Rule);
    public static readonly Paint Paper = new(PaintRole.Paper);
    public static readonly Paint Accent = new(PaintRole.Accent);
    public static readonly Paint Tint = new(PaintRole.Tint);

    /// <summary>Cells that do not exist: a fine hatch, never the colour of zero.</summary>
    public static readonly Paint Hatch = new(PaintRole.Hatch);

    /// <summary>Nothing to see, but something to point at.</summary>
    public static readonly Paint Clear = new(PaintRole.Clear);

    /// <summary>Step <paramref name="level"/> of the sequential scale, 0 nearest to the paper.</summary>
    public static Paint Level(int level) => new(PaintRole.Level, level);

    /// <summary>Ink that can be read on <see cref="Level"/> in light and dark.</summary>
    public static Paint OnLevel(int level) => new(PaintRole.OnLevel, level);

    /// <summary>Step of the diverging scale; the middle one is neutral.</summary>
    public static Paint Diverging(int step) => new(PaintRole.Diverging, step);

    public static Paint OnDiverging(int step) => new(PaintRole.OnDiverging, step);

    public static Paint Category(int index) => new(PaintRole.Category, index % Palette.Categories);

    /// <summary>A colour stated exactly, the same in light and dark.</summary>
    public static Paint Fixed(Rgb color) => new(PaintRole.Fixed, color.ToInt());

    /// <summary>From one level in the centre of a circle to another at its rim.</summary>
    public static Paint LevelGradient(int centre, int rim) => new(PaintRole.LevelGradient, centre, rim);

    public static Paint FixedGradient(Rgb centre, Rgb rim) => new(PaintRole.FixedGradient, centre.ToInt(), rim.ToInt());

    public bool IsGradient => Role is PaintRole.LevelGradient or PaintRole.FixedGradient;

    /// <summary>The colours of a gradient, each as a paint of its own.</summary>
    public (Paint Centre, Paint Rim) Stops => Role == PaintRole.LevelGradient
        ? (Level(Index), Level(Rim))
        : (Fixed(Rgb.FromInt(Index)), Fixed(Rgb.FromInt(Rim)));
}

internal enum PaintRole
{
    None,
    Clear,
    Hatch,
    Ink,
    Muted,
    Rule,
    Paper,
    Accent,
    Tint,
    Level,
    OnLevel,
    Diverging,
    OnDiverging,
    Category,
    Fixed,
    LevelGradient,
    FixedGradient,
}

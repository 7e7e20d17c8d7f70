namespace IzzyViz.SiteGen.Drawing;

/// <summary>Size in pixels and weight of Inter; the colour is the node's fill.</summary>
internal readonly record struct TextStyle(double Size, bool IsStrong = false)
{
    /// <summary>Tokens, layers and heads.</summary>
    public static readonly TextStyle Label = new(12);

    /// <summary>Axis names, ticks and legends.</summary>
    public static readonly TextStyle Note = new(11);

    public static readonly TextStyle Heading = new(15, IsStrong: true);

    /// <summary>From the baseline to the middle of capitals and figures.</summary>
    public double HalfCapital => Size * 0.364;

    /// <summary>Height of a line box that no ascender or descender of Inter leaves.</summary>
    public double LineHeight => Size * 1.2;

    public TextStyle Strong => this with { IsStrong = true };
}

internal enum TextAnchor
{
    Start,
    Middle,
    End,
}

namespace IzzyViz.SiteGen.Drawing;

/// <summary>One stroke of a pen, ending at <see cref="To"/>.</summary>
internal readonly record struct PathStep(PathVerb Verb, ScenePoint To)
{
    public static readonly PathStep Close = new(PathVerb.Close, default);

    /// <summary>Where a curve leaves for; its tangent at the start.</summary>
    public ScenePoint First { get; init; }

    /// <summary>Where a curve comes from; its tangent at the end.</summary>
    public ScenePoint Second { get; init; }

    /// <summary>Of an arc.</summary>
    public double Radius { get; init; }

    /// <summary>An arc of more than half a circle.</summary>
    public bool IsLarge { get; init; }

    public bool IsClockwise { get; init; }

    public static PathStep Move(double x, double y) => new(PathVerb.Move, new(x, y));

    public static PathStep Line(double x, double y) => new(PathVerb.Line, new(x, y));

    public static PathStep Cubic(ScenePoint first, ScenePoint second, ScenePoint to) => new(PathVerb.Cubic, to) { First = first, Second = second };

    /// <summary>Part of a circle; seen on the screen, clockwise unless told.</summary>
    public static PathStep Arc(double radius, ScenePoint to, bool isLarge = false, bool isClockwise = true) =>
        new(PathVerb.Arc, to) { Radius = radius, IsLarge = isLarge, IsClockwise = isClockwise };
}

internal enum PathVerb
{
    Move,
    Line,
    Cubic,
    Arc,
    Close,
}

namespace IzzyViz.SiteGen.Drawing;

internal readonly record struct PathStep(PathVerb Verb, ScenePoint To)
{
    public static readonly PathStep Close = new(PathVerb.Close, default);

    public static PathStep Move(double x, double y) => new(PathVerb.Move, new(x, y));

    public static PathStep Line(double x, double y) => new(PathVerb.Line, new(x, y));
}

internal enum PathVerb
{
    Move,
    Line,
    Close,
}

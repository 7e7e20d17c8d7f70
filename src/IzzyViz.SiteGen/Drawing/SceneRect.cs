namespace IzzyViz.SiteGen.Drawing;

/// <summary>An upright box on the canvas.</summary>
internal readonly record struct SceneRect(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    public ScenePoint Centre => new(X + (Width / 2), Y + (Height / 2));

    public SceneRect Shrink(double by) => new(X + by, Y + by, Width - (2 * by), Height - (2 * by));
}

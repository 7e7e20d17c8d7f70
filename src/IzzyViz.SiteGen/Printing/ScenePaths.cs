using System.Collections.Immutable;
using IzzyViz.SiteGen.Drawing;
using SkiaSharp;

namespace IzzyViz.SiteGen.Printing;

/// <summary>Shapes of a scene as Skia's paths.</summary>
internal static class ScenePaths
{
    public static SKPath Of(SceneNode node)
    {
        using var path = new SKPathBuilder();
        switch (node)
        {
            case RectNode { Radius: > 0 } rect: Arcs.AddRoundRect(path, rect.Box, rect.Radius); break;
            case RectNode rect: path.AddRect(Box(rect.Box)); break;
            case CircleNode circle: Arcs.AddCircle(path, circle.Centre, circle.Radius); break;
            case LineNode line: Add(path, line); break;
            case PathNode steps: Add(path, steps.Steps); break;
            case TilesNode tiles: Add(path, tiles.Boxes); break;
            case DotsNode dots: Add(path, dots); break;
        }

        return path.Detach();
    }

    private static void Add(SKPathBuilder path, ImmutableArray<SceneRect> boxes)
    {
        foreach (var box in boxes)
        {
            path.AddRect(Box(box));
        }
    }

    private static void Add(SKPathBuilder path, LineNode line)
    {
        path.MoveTo(Point(line.From));
        path.LineTo(Point(line.To));
    }

    private static void Add(SKPathBuilder path, DotsNode dots)
    {
        foreach (var centre in dots.Centres)
        {
            Arcs.AddCircle(path, centre, dots.Radius);
        }
    }

    private static void Add(SKPathBuilder path, ImmutableArray<PathStep> steps)
    {
        var (at, start) = (default(ScenePoint), default(ScenePoint));
        foreach (var step in steps)
        {
            Add(path, at, step);
            start = step.Verb == PathVerb.Move ? step.To : start;
            at = step.Verb == PathVerb.Close ? start : step.To;
        }
    }

    private static void Add(SKPathBuilder path, ScenePoint at, PathStep step)
    {
        switch (step.Verb)
        {
            case PathVerb.Move: path.MoveTo(Point(step.To)); break;
            case PathVerb.Line: path.LineTo(Point(step.To)); break;
            case PathVerb.Cubic: path.CubicTo(Point(step.First), Point(step.Second), Point(step.To)); break;
            case PathVerb.Arc: Arcs.AddStep(path, at, step); break;
            case PathVerb.Close: path.Close(); break;
        }
    }

    private static SKPoint Point(ScenePoint point) => new((float)point.X, (float)point.Y);

    private static SKRect Box(SceneRect box) => new((float)box.X, (float)box.Y, (float)box.Right, (float)box.Bottom);
}

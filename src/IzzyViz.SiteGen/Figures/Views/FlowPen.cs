using System.Collections.Immutable;
using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Figures.Views;

/// <param name="Share">0…1; how much flows.</param>
internal readonly record struct FlowEdge(ScenePoint From, ScenePoint To, double Share);

/// <summary>Curves whose thickness is a share, in a few thicknesses, so that each is one path. Thin ones lie below.</summary>
internal static class FlowPen
{
    /// <summary>Stands out from light and from dark paper even where it is thin and half transparent.</summary>
    public static readonly Paint Paint = Paint.Level(21);

    // Shares are rounded up to these; a curve is never thinner than what it stands for.
    private static readonly double[] Steps = [0.02, 0.05, 0.1, 0.15, 0.22, 0.32, 0.45, 0.6, 0.8, 1];

    /// <summary>Shares as curves that leave and arrive level; <paramref name="widest"/> pixels stand for a share of 1.</summary>
    public static IEnumerable<SceneNode> Curves(IEnumerable<FlowEdge> edges, Paint paint, double widest) => Draw(edges, (paint, widest), Curve);

    /// <summary>Shares as arcs over a line: <paramref name="height"/> says how far an arc between two points rises, down where negative.</summary>
    public static IEnumerable<SceneNode> Arcs(IEnumerable<FlowEdge> edges, (Paint Paint, double Widest) pen, Func<FlowEdge, double> height) =>
        Draw(edges, pen, edge => Arc(edge, height(edge)));

    private static IEnumerable<SceneNode> Draw(IEnumerable<FlowEdge> edges, (Paint Paint, double Widest) pen, Func<FlowEdge, PathStep[]> shape) => edges
        .GroupBy(e => Level(e.Share))
        .OrderBy(g => g.Key)
        .Select(g => new PathNode([.. g.OrderBy(e => e.From.X).ThenBy(e => e.From.Y).ThenBy(e => e.To.Y).SelectMany(shape)])
        {
            Stroke = pen.Paint,
            StrokeWidth = Math.Round(Math.Max(0.6, Steps[g.Key] * pen.Widest), 2),
            Opacity = Opacity(g.Key),
        });

    public static int Level(double share) => Array.FindIndex(Steps, s => share <= s) is var level && level < 0 ? Steps.Length - 1 : level;

    /// <summary>Thin curves are many and would cover the thick ones.</summary>
    public static double Opacity(int level) => Math.Round(0.3 + (0.55 * level / (Steps.Length - 1)), 2);

    private static PathStep[] Curve(FlowEdge edge)
    {
        var middle = (edge.From.X + edge.To.X) / 2;
        return
        [
            PathStep.Move(edge.From.X, edge.From.Y),
            edge.From.Y == edge.To.Y
                ? PathStep.Line(edge.To.X, edge.To.Y)
                : PathStep.Cubic(new(middle, edge.From.Y), new(middle, edge.To.Y), edge.To),
        ];
    }

    // A cubic whose handles stand at its ends rises to three quarters of their height.
    private static PathStep[] Arc(FlowEdge edge, double height)
    {
        var top = edge.From.Y - (height / 0.75);
        return [PathStep.Move(edge.From.X, edge.From.Y), PathStep.Cubic(new(edge.From.X, top), new(edge.To.X, top), edge.To)];
    }
}

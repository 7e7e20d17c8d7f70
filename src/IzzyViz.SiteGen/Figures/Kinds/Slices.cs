using System.Collections.Immutable;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures.Lens;
using IzzyViz.SiteGen.Figures.Maps;

namespace IzzyViz.SiteGen.Figures.Kinds;

/// <summary>Slices of pies, those of one colour in one path.</summary>
internal static class Slices
{
    public static ImmutableArray<SceneNode> Draw(LensLayout layout, RunMarks marks) => layout.Spec.IsAnnotated
        ? [.. marks.Marks.Select(m => new PathNode([.. Steps(layout, m)]) { Fill = Fill(marks, m), Data = MapData.Cell(m.Row, m.Column, m.Value) })]
        : [.. marks.Marks.GroupBy(m => Fill(marks, m)).OrderBy(g => g.Key.Index).Select(g => new PathNode([.. g.SelectMany(m => Steps(layout, m))]) { Fill = g.Key })];

    private static Paint Fill(RunMarks marks, RunMark mark) => marks.Scale.Fill(marks.Scale.Level(mark.Value));

    // Angles grow clockwise, because y grows down.
    private static PathStep[] Steps(LensLayout layout, RunMark mark)
    {
        var (x, y) = (layout.Columns.Centre(mark.Column), layout.Rows.Centre(mark.Row));
        var radius = mark.Radius * layout.Columns.Size(mark.Column);
        ScenePoint At(double degrees) => new(x + (radius * Math.Cos(degrees * Math.PI / 180)), y + (radius * Math.Sin(degrees * Math.PI / 180)));
        var (from, to) = (At(mark.From), At(mark.To));
        return [PathStep.Move(x, y), PathStep.Line(from.X, from.Y), PathStep.Arc(radius, to), PathStep.Close];
    }
}

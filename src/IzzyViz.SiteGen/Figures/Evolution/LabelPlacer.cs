using System.Collections.Immutable;
using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Figures.Evolution;

/// <summary>Finds room for names beside dots: right, left, above, below; none where each would touch another name, a dot or the edge.</summary>
internal sealed class LabelPlacer(SceneRect field, ImmutableArray<ScenePoint> dots, double radius)
{
    private readonly List<SceneRect> _taken = [.. dots.Select(d => new SceneRect(d.X - radius, d.Y - radius, 2 * radius, 2 * radius))];

    /// <summary>Where the text starts on its baseline; null where there is no room.</summary>
    public ScenePoint? Place(ScenePoint dot, double width, TextStyle style)
    {
        var (gap, height) = (radius + 2, style.Size);
        SceneRect[] candidates =
        [
            new(dot.X + gap, dot.Y - (height / 2), width, height),
            new(dot.X - gap - width, dot.Y - (height / 2), width, height),
            new(dot.X - (width / 2), dot.Y - gap - height, width, height),
            new(dot.X - (width / 2), dot.Y + gap, width, height),
        ];
        foreach (var box in candidates.Where(b => IsInside(b) && !_taken.Exists(t => Touch(b, t))))
        {
            _taken.Add(box);
            return new(box.X, box.Centre.Y + style.HalfCapital);
        }

        return null;
    }

    private static bool Touch(SceneRect a, SceneRect b) => a.X < b.Right && b.X < a.Right && a.Y < b.Bottom && b.Y < a.Bottom;

    private bool IsInside(SceneRect box) => box.X >= field.X && box.Right <= field.Right && box.Y >= field.Y && box.Bottom <= field.Bottom;
}

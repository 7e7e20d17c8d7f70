using System.Collections.Immutable;
using System.Text.Json;
using IzzyViz.SiteGen.Arrays;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures.Lens;
using IzzyViz.SiteGen.Figures.Maps;

namespace IzzyViz.SiteGen.Figures.Kinds;

/// <summary>What the lines of an evolution are drawn against.</summary>
internal enum LineScale
{
    Shared,
    Cell,
}

/// <summary>The mean over steps as cells, and in each a line through its weights, step by step.</summary>
internal static class EvolutionFigure
{
    // IzzyViz draws with this exponent whatever it is told.
    private const double TheirExponent = 1.5;
    private const double LineWidth = 1.2;

    private static readonly MapWords Words = new("Attention step by step", "Attention Evolution Over Training");

    public static DrawnFigure Draw(FigureArrays arrays, MapSettings settings, LineScale scale)
    {
        var isPerCell = scale == LineScale.Cell;
        var used = settings.IsCompatible ? settings with { Exponent = TheirExponent } : settings;
        var map = MarkedMap.Of(arrays, used, a => Sparklines.Of(a, used, isPerCell), m => Words.Name(MarkedMap.Spec(m.Mean, m.Scale, used), used));
        var range = isPerCell ? "Every line has its cell’s own range." : $"All lines run from {FigureNumber.Score(map.Cells.Low)} at the bottom to {FigureNumber.Score(map.Cells.High)} at the top.";
        var figure = new Figure
        {
            Slug = "evolution",
            Title = Words.Heading(settings),
            Description = $"{map.Size} {map.Seen.Matrices.Length} steps as a line in every cell.",
            HowToRead = "The cell is the mean over the steps; its line runs from the first step at the left to the last at the right.",
            Legend = map.Legend(range),
            Scene = map.Plate.WithLegend(Draw(map.Plate.Layout, map.Cells)),
        };
        return map.With(figure, json => Write(json, map.All, isPerCell));
    }

    private static ImmutableArray<SceneNode> Draw(LensLayout layout, Sparklines lines) => layout.Spec.IsAnnotated
        ? [.. lines.Lines.Select(l => new PathNode([.. Steps(layout, l)]) { Stroke = l.Paint, StrokeWidth = LineWidth, IsRound = true, Data = MapData.Cell(l.Row, l.Column, l.Values) })]
        : [.. lines.Lines.GroupBy(l => l.Paint).OrderBy(g => g.Key.Index).Select(g => new PathNode([.. g.SelectMany(l => Steps(layout, l))]) { Stroke = g.Key, StrokeWidth = LineWidth, IsRound = true })];

    private static IEnumerable<PathStep> Steps(LensLayout layout, Sparkline line)
    {
        var unit = layout.Columns.Size(line.Column);
        for (var k = 0; k < line.X.Length; k++)
        {
            var (x, y) = (line.X[k] * unit, line.Y[k] * unit);
            yield return k == 0 ? PathStep.Move(x, y) : PathStep.Line(x, y);
        }

        // One step is a point, which a line of no length with round ends is.
        if (line.X.Length == 1)
        {
            yield return PathStep.Line(line.X[0] * unit, line.Y[0] * unit);
        }
    }

    private static void Write(Utf8JsonWriter json, Sparklines lines, bool isPerCell)
    {
        if (!isPerCell)
        {
            json.WriteNumber("threshold_value", lines.Threshold);
            json.WriteNumber("global_min", lines.Low);
            json.WriteNumber("global_max", lines.High);
        }

        json.WriteObjects("lines", lines.Lines, line =>
        {
            json.WriteNumbers("x", line.X);
            json.WriteNumbers("y", line.Y);
            json.WriteString("color", line.Color.Hex);
        });
    }
}

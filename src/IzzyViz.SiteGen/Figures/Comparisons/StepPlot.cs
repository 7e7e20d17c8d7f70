using System.Collections.Immutable;
using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Figures.Comparisons;

/// <summary>One statistic over the steps: a line per head, ticks, and the name of the head that ends highest. The plot's upper left corner is the origin.</summary>
internal sealed class StepPlot(StepPanel panel, StepAxis steps)
{
    public const double Width = 250;
    public const double Height = 108;

    private readonly LinearScale _scale = ScaleOf(panel);

    public IEnumerable<SceneNode> Draw()
    {
        yield return new TextNode(new(0, -14), panel.Axis.Title) { Style = TextStyle.Label.Strong };
        yield return new GroupNode([.. Frame()]) { Style = TextStyle.Note, Fill = Paint.Muted, IsCrisp = true };
        foreach (var group in panel.Lines.GroupBy(l => l.Group).OrderBy(g => g.Key))
        {
            var look = (Paint.Category(group.Key), panel.Lines.Length > 24 ? 0.8 : 1.5);
            yield return new GroupNode([.. group.Select(l => Line(l, look))]);
        }

        if (panel.Lines.Where(l => double.IsFinite(l.Values[^1])).MaxBy(l => l.Values[^1]) is { } last)
        {
            yield return new TextNode(new(Width + 6, Y(last.Values[^1]) + TextStyle.Note.HalfCapital), last.Name) { Style = TextStyle.Note };
        }
    }

    private PathNode Line(StepLine line, (Paint Stroke, double Width) look)
    {
        var path = ImmutableArray.CreateBuilder<PathStep>();
        for (var i = 0; i < line.Values.Length; i++)
        {
            if (double.IsFinite(line.Values[i]))
            {
                var isStart = i == 0 || !double.IsFinite(line.Values[i - 1]);
                path.Add(new(isStart ? PathVerb.Move : PathVerb.Line, new(X(i), Y(line.Values[i]))));
            }
        }

        return new(path.ToImmutable()) { Stroke = look.Stroke, StrokeWidth = look.Width, Title = line.Name };
    }

    private IEnumerable<SceneNode> Frame()
    {
        foreach (var tick in _scale.Ticks(3))
        {
            yield return new LineNode(new(0, Y(tick)), new(Width, Y(tick))) { Stroke = Paint.Rule };
            yield return new TextNode(new(-6, Y(tick) + TextStyle.Note.HalfCapital), FigureNumber.Step(tick, _scale.Step(3), panel.Axis.Unit)) { Anchor = TextAnchor.End };
        }

        yield return new DotsNode([.. steps.Labels.Select((_, i) => new ScenePoint(X(i), Height + 4))], 1.5) { Fill = Paint.Muted };
        foreach (var i in Labelled())
        {
            yield return new TextNode(new(X(i), Height + 18), steps.Labels[i]) { Anchor = TextAnchor.Middle };
        }

        yield return new TextNode(new(Width, -14), panel.Axis.Unit) { Anchor = TextAnchor.End };
    }

    private double Y(double value) => Height - _scale.At(value);

    private double X(int index)
    {
        var (first, last) = (steps.Places[0], steps.Places[^1]);
        return last > first ? (steps.Places[index] - first) / (last - first) * Width : Width / 2;
    }

    private double Half(int label) => (TextMeasure.Width(steps.Labels[label], TextStyle.Note) / 2) + 4;

    // The ends always; of those between, from the left, what touches neither a name before it nor the last.
    private IEnumerable<int> Labelled()
    {
        var end = steps.Labels.Length - 1;
        var free = X(0) + Half(0);
        yield return 0;
        for (var i = 1; i < end; i++)
        {
            if (X(i) - Half(i) >= free && X(i) + Half(i) <= X(end) - Half(end))
            {
                free = X(i) + Half(i);
                yield return i;
            }
        }

        if (end > 0)
        {
            yield return end;
        }
    }

    private static LinearScale ScaleOf(StepPanel panel)
    {
        var values = panel.Lines.SelectMany(l => l.Values).Where(double.IsFinite).DefaultIfEmpty(0).ToArray();
        return LinearScale.Round(Math.Min(0, values.Min()), Math.Max(values.Max(), 1e-6), Height);
    }
}

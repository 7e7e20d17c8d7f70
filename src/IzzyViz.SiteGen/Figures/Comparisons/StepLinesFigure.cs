using System.Collections.Immutable;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures.Slices;

namespace IzzyViz.SiteGen.Figures.Comparisons;

/// <summary>One statistic of every head over the checkpoints.</summary>
internal sealed record StepPanel(StatisticAxis Axis, ImmutableArray<StepLine> Lines);

/// <param name="Group">Lines of a group have one colour: the layer.</param>
/// <param name="Values">One per step; NaN where there is none.</param>
internal sealed record StepLine(string Name, int Group, ImmutableArray<double> Values);

/// <summary>The steps that all panels share.</summary>
/// <param name="Word">"step".</param>
/// <param name="Places">Numbers to place them by; the positions in the list where not all are numbers.</param>
internal sealed record StepAxis(string Word, ImmutableArray<string> Labels, ImmutableArray<double> Places);

/// <summary>Statistics over training: a small plot per statistic, a line per head, a colour per layer.</summary>
internal static class StepLinesFigure
{
    private const double Width = 250;
    private const double Height = 108;
    private const double Left = 40;
    private const double NameRoom = 52;
    private const int Across = 3;
    private const double PitchX = Left + Width + NameRoom + 12;
    private const double PitchY = Height + 66;
    private const double Key = 26;

    public static Figure Draw(ImmutableArray<StepPanel> panels, StepAxis steps, string slug) => new()
    {
        Slug = slug,
        Title = $"Statistics of every head over the {steps.Word}s",
        Description = string.Join(" ", panels.Select(p => Words(p, steps))),
        HowToRead = $"Every line is a head, its colour the layer; {steps.Word}s run from left to right. The head that ends highest is named.",
        Legend = "Units stand above the plots; every plot has its own scale. Dots are the checkpoints there are.",
        Scene = Compose(panels, steps),
    };

    private static Scene Compose(ImmutableArray<StepPanel> panels, StepAxis steps)
    {
        var groups = panels.SelectMany(p => p.Lines).Select(l => l.Group).Distinct().Order().ToArray();
        var rows = (panels.Length + Across - 1) / Across;
        return new(Math.Min(panels.Length, Across) * PitchX, Key + (rows * PitchY) - 10,
        [
            .. groups.SelectMany((group, i) => GroupKey(group, i * 74.0)),
            .. panels.Select((panel, i) => new GroupNode([.. Panel(panel, steps)]) { Placement = new((i % Across * PitchX) + Left, Key + (i / Across * PitchY) + 28) }),
        ]);
    }

    private static IEnumerable<SceneNode> GroupKey(int group, double x)
    {
        yield return new LineNode(new(x, 8), new(x + 18, 8)) { Stroke = Paint.Category(group), StrokeWidth = 2 };
        yield return new TextNode(new(x + 24, 12), $"layer {group}") { Style = TextStyle.Note, Fill = Paint.Muted };
    }

    private static IEnumerable<SceneNode> Panel(StepPanel panel, StepAxis steps)
    {
        var values = panel.Lines.SelectMany(l => l.Values).Where(double.IsFinite).DefaultIfEmpty(0).ToArray();
        var scale = LinearScale.Round(Math.Min(0, values.Min()), Math.Max(values.Max(), 1e-6), Height);
        yield return new TextNode(new(0, -14), panel.Axis.Title) { Style = TextStyle.Label.Strong };
        yield return new GroupNode([.. Frame(panel, scale, steps)]) { Style = TextStyle.Note, Fill = Paint.Muted, IsCrisp = true };
        foreach (var group in panel.Lines.GroupBy(l => l.Group).OrderBy(g => g.Key))
        {
            var look = (Paint.Category(group.Key), panel.Lines.Length > 24 ? 0.8 : 1.5);
            yield return new GroupNode([.. group.Select(l => Line(l, scale, steps, look))]);
        }

        if (panel.Lines.Where(l => double.IsFinite(l.Values[^1])).MaxBy(l => l.Values[^1]) is { } last)
        {
            yield return new TextNode(new(Width + 6, Height - scale.At(last.Values[^1]) + TextStyle.Note.HalfCapital), last.Name) { Style = TextStyle.Note };
        }
    }

    private static PathNode Line(StepLine line, LinearScale scale, StepAxis steps, (Paint Stroke, double Width) look)
    {
        var path = ImmutableArray.CreateBuilder<PathStep>();
        for (var i = 0; i < line.Values.Length; i++)
        {
            if (double.IsFinite(line.Values[i]))
            {
                var isStart = i == 0 || !double.IsFinite(line.Values[i - 1]);
                path.Add(new(isStart ? PathVerb.Move : PathVerb.Line, new(X(steps, i), Height - scale.At(line.Values[i]))));
            }
        }

        return new(path.ToImmutable()) { Stroke = look.Stroke, StrokeWidth = look.Width, Title = line.Name };
    }

    private static IEnumerable<SceneNode> Frame(StepPanel panel, LinearScale scale, StepAxis steps)
    {
        foreach (var tick in scale.Ticks(3))
        {
            yield return new LineNode(new(0, Height - scale.At(tick)), new(Width, Height - scale.At(tick))) { Stroke = Paint.Rule };
            yield return new TextNode(new(-6, Height - scale.At(tick) + TextStyle.Note.HalfCapital), FigureNumber.Step(tick, scale.Step(3), panel.Axis.Unit)) { Anchor = TextAnchor.End };
        }

        yield return new DotsNode([.. steps.Labels.Select((_, i) => new ScenePoint(X(steps, i), Height + 4))], 1.5) { Fill = Paint.Muted };
        foreach (var i in Labelled(steps))
        {
            yield return new TextNode(new(X(steps, i), Height + 18), steps.Labels[i]) { Anchor = TextAnchor.Middle };
        }

        yield return new TextNode(new(Width, -14), panel.Axis.Unit) { Anchor = TextAnchor.End };
    }

    private static double X(StepAxis steps, int index)
    {
        var (first, last) = (steps.Places[0], steps.Places[^1]);
        return last > first ? (steps.Places[index] - first) / (last - first) * Width : Width / 2;
    }

    // The ends always; of those between, from the left, what touches neither a name before it nor the last.
    private static IEnumerable<int> Labelled(StepAxis steps)
    {
        var end = steps.Labels.Length - 1;
        double Half(int i) => (TextMeasure.Width(steps.Labels[i], TextStyle.Note) / 2) + 4;
        var free = X(steps, 0) + Half(0);
        yield return 0;
        for (var i = 1; i < end; i++)
        {
            if (X(steps, i) - Half(i) >= free && X(steps, i) + Half(i) <= X(steps, end) - Half(end))
            {
                free = X(steps, i) + Half(i);
                yield return i;
            }
        }

        if (end > 0)
        {
            yield return end;
        }
    }

    private static string Words(StepPanel panel, StepAxis steps)
    {
        double Mean(int step) => panel.Lines.Select(l => l.Values[step]).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average();
        var unit = panel.Axis.Unit;
        return $"{panel.Axis.Title}: mean of {panel.Lines.Length} heads {FigureNumber.Fine(Mean(0), unit)} at {steps.Word} {steps.Labels[0]}, {FigureNumber.Fine(Mean(steps.Labels.Length - 1), unit)} at {steps.Word} {steps.Labels[^1]} ({unit}).";
    }
}

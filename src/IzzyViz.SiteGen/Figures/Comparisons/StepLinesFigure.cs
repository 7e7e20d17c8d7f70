using System.Collections.Immutable;
using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Figures.Comparisons;

/// <summary>Statistics over training: a small plot per statistic, a line per head, a colour per layer.</summary>
internal static class StepLinesFigure
{
    private const double Left = 40;
    private const double NameRoom = 52;
    private const int Across = 3;
    private const double PitchX = Left + StepPlot.Width + NameRoom + 12;
    private const double PitchY = StepPlot.Height + 66;
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
            .. panels.Select((panel, i) => new GroupNode([.. new StepPlot(panel, steps).Draw()]) { Placement = new((i % Across * PitchX) + Left, Key + (i / Across * PitchY) + 28) }),
        ]);
    }

    private static IEnumerable<SceneNode> GroupKey(int group, double x)
    {
        yield return new LineNode(new(x, 8), new(x + 18, 8)) { Stroke = Paint.Category(group), StrokeWidth = 2 };
        yield return new TextNode(new(x + 24, 12), $"layer {group}") { Style = TextStyle.Note, Fill = Paint.Muted };
    }

    private static string Words(StepPanel panel, StepAxis steps)
    {
        double Mean(int step) => panel.Lines.Select(l => l.Values[step]).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average();
        var unit = panel.Axis.Unit;
        return $"{panel.Axis.Title}: mean of {panel.Lines.Length} heads {FigureNumber.Fine(Mean(0), unit)} at {steps.Word} {steps.Labels[0]}, {FigureNumber.Fine(Mean(steps.Labels.Length - 1), unit)} at {steps.Word} {steps.Labels[^1]} ({unit}).";
    }
}

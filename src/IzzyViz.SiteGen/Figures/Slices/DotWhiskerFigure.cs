using System.Collections.Immutable;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Figures.Slices;

/// <summary>One line of the figure: a slice, a checkpoint, a head.</summary>
/// <param name="Baseline">The mean it is compared with; null for none.</param>
internal sealed record DotRow(string Label, StatisticSummary Summary, string? Href = null, double? Baseline = null);

/// <summary>A statistic by slice: a dot for the mean with its 95 % interval, or every example where there are fewer than 30.</summary>
internal static class DotWhiskerFigure
{
    private const double Plot = 320;
    private const double Row = 26;
    private const double LabelWidth = 200;
    private static readonly TextStyle Style = TextStyle.Label;

    public static Figure Draw(StatisticAxis axis, ImmutableArray<DotRow> rows) => new()
    {
        Slug = $"by-slice-{axis.StatisticId}",
        Title = $"{axis.Title} by slice",
        Description = string.Join(" ", rows.Select(r => $"{r.Label}: {Words(r, axis.Unit)}.")),
        HowToRead = "A filled dot is the mean, its line the 95 % interval; open dots are single examples where there are fewer than 30.",
        Legend = $"Across runs {axis.Title.ToLowerInvariant()} ({axis.Unit})." + (rows.Any(r => r.Baseline is not null) ? " A bar marks the baseline’s mean." : ""),
        Scene = Compose(axis, rows),
    };

    private static Scene Compose(StatisticAxis axis, ImmutableArray<DotRow> rows)
    {
        var values = rows.SelectMany(Extent).Where(v => !double.IsNaN(v)).ToArray();
        var left = rows.Select(r => Math.Min(LabelWidth, TextMeasure.Width(r.Label, Style))).DefaultIfEmpty(0).Max() + 14;
        var height = rows.Length * Row;
        var right = rows.Select(r => TextMeasure.Width(Words(r, axis.Unit), Style)).DefaultIfEmpty(0).Max();
        if (values.Length == 0)
        {
            // Without a value there is nothing that an axis could measure.
            return new(left + right, height + 4, [new GroupNode([.. rows.SelectMany((row, i) => Texts(row, axis.Unit, (0, (i + 0.5) * Row)))]) { Placement = new(left, 4), Style = Style }]);
        }

        var scale = LinearScale.Round(values.Min(), values.Max(), Plot);
        return new(left + Plot + 20 + right, height + 38,
        [
            new GroupNode([.. Axis(scale, axis, height)]) { Placement = new(left, 4), Style = TextStyle.Note, Fill = Paint.Muted, IsCrisp = true },
            new GroupNode([.. rows.SelectMany((row, i) => Marks(row, scale, (i + 0.5) * Row))]) { Placement = new(left, 4) },
            new GroupNode([.. rows.SelectMany((row, i) => Texts(row, axis.Unit, (Plot + 20, (i + 0.5) * Row)))]) { Placement = new(left, 4), Style = Style },
        ]);
    }

    private static IEnumerable<double> Extent(DotRow row) =>
        [row.Summary.Mean, row.Summary.IntervalLow, row.Summary.IntervalHigh, row.Baseline ?? double.NaN, .. row.Summary.Points.Select(p => (double)p)];

    private static IEnumerable<SceneNode> Axis(LinearScale scale, StatisticAxis axis, double height)
    {
        foreach (var tick in scale.Ticks())
        {
            yield return new LineNode(new(scale.At(tick), 0), new(scale.At(tick), height + 4)) { Stroke = Paint.Rule };
            yield return new TextNode(new(scale.At(tick), height + 17), FigureNumber.Step(tick, scale.Step(), axis.Unit)) { Anchor = TextAnchor.Middle };
        }

        yield return new TextNode(new(Plot / 2, height + 32), $"{axis.Title}, {axis.Unit}") { Anchor = TextAnchor.Middle };
    }

    private static IEnumerable<SceneNode> Marks(DotRow row, LinearScale scale, double y)
    {
        foreach (var point in row.Summary.Points.Where(p => !float.IsNaN(p)))
        {
            yield return new CircleNode(new(scale.At(point), y), 3) { Stroke = Paint.Category(0) };
        }

        if (!double.IsNaN(row.Summary.IntervalLow))
        {
            yield return new LineNode(new(scale.At(row.Summary.IntervalLow), y), new(scale.At(row.Summary.IntervalHigh), y)) { Stroke = Paint.Category(0), StrokeWidth = 2 };
        }

        if (!double.IsNaN(row.Summary.Mean))
        {
            yield return new CircleNode(new(scale.At(row.Summary.Mean), y), 4.5) { Fill = Paint.Category(0) };
        }

        if (row.Baseline is { } baseline && !double.IsNaN(baseline))
        {
            yield return new LineNode(new(scale.At(baseline), y - 7), new(scale.At(baseline), y + 7)) { Stroke = Paint.Accent, StrokeWidth = 2 };
        }
    }

    private static IEnumerable<SceneNode> Texts(DotRow row, string unit, (double X, double Y) words)
    {
        var y = words.Y + Style.HalfCapital;
        var cut = TextMeasure.Cut(row.Label, Style, LabelWidth);
        var label = new TextNode(new(-14, y), cut) { Anchor = TextAnchor.End, Title = cut == row.Label ? null : row.Label };
        yield return row.Href is { } href ? new LinkNode(href, row.Label, [label]) : label;
        yield return new TextNode(new(words.X, y), Words(row, unit)) { Fill = Paint.Muted };
    }

    private static string Words(DotRow row, string unit) => row.Summary switch
    {
        { Count: 0 } => "no value",
        { Points.IsDefaultOrEmpty: false } s => $"{FigureNumber.Fine(s.Mean, unit)}, n = {s.Count}",
        var s => $"{FigureNumber.Fine(s.Mean, unit)} ({FigureNumber.Fine(s.IntervalLow, unit)} to {FigureNumber.Fine(s.IntervalHigh, unit)}), n = {s.Count}",
    };
}

/// <summary>What an axis measures.</summary>
internal sealed record StatisticAxis(string StatisticId, string Title, string Unit);

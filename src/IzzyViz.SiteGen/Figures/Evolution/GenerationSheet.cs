using System.Collections.Immutable;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures.Lens;
using IzzyViz.SiteGen.Figures.Views;

namespace IzzyViz.SiteGen.Figures.Evolution;

/// <summary>Steps down, tokens across; the split of the weight and its strongest keys at the side.</summary>
internal sealed class GenerationSheet
{
    private const double Row = 20;
    private const double Split = 120;
    private const double Gap = 14;
    private readonly AttentionMap _map;
    private readonly ImmutableArray<GenerationStep> _steps;
    private readonly int _prompt;
    private readonly ColorScale _scale;
    private readonly BandScale _columns;
    private readonly SlantedLabels _labels;
    private readonly double _names;

    public GenerationSheet(AttentionMap map, ImmutableArray<GenerationStep> steps, int prompt, ColorScale scale)
    {
        (_map, _steps, _prompt, _scale) = (map, steps, prompt, scale);
        _columns = BandScale.Uniform(map.Axes.Keys.Count, map.Axes.Keys.Count switch { <= 24 => 22, <= TokenColumn.LabelLimit => 19, <= 128 => 8, _ => 4 });
        _labels = new(map.Axes.Keys, _columns, steps.SelectMany(s => s.Strongest).OrderByDescending(s => s.Weight).Take(10).Select(s => s.Key).ToHashSet());
        _names = steps.Max(s => TextMeasure.Width(NameOf(s.Written), TextStyle.Label.Strong)) + 10;
    }

    private (string Name, Paint Paint)[] Parts => GenerationSteps.IsSelf(_map)
        ? [("first token", Paint.Rule), ("prompt", Paint.Category(0)), ("written before", Paint.Category(1))]
        : [("special tokens", Paint.Rule), ("source", Paint.Category(0))];

    private double SplitAt => _names + Math.Max(_columns.Length + Gap, _labels.Right - 20);

    private double KeysAt => SplitAt + Split + Gap;

    public Scene Compose()
    {
        var (key, keyHeight) = HeadColors.Key(Parts, Split + 400);
        var top = Math.Max(_labels.Height, keyHeight + 4);
        var words = _steps.Select(Words).ToArray();
        var height = _steps.Length * Row;
        var keyAt = Math.Max(SplitAt, _names + _labels.Right);
        return new(Math.Max(KeysAt + words.Max(w => TextMeasure.Width(w, TextStyle.Note)) + 4, keyAt + HeadColors.Width(Parts.Select(p => p.Name))), top + height + 14 + ScaleLegend.Height,
        [
            new GroupNode([.. _labels.Draw()]) { Placement = new(_names, top), Style = _labels.Style },
            new GroupNode(key) { Placement = new(keyAt, 2) },
            new GroupNode([.. Cells(), .. Bars()]) { Placement = new(0, top), IsCrisp = true },
            new GroupNode(GenerationSteps.IsSelf(_map) ? [Boundary(height)] : []) { Placement = new(_names, top) },
            new GroupNode([.. _steps.Select((s, i) => Name(s, i))]) { Placement = new(0, top), Style = TextStyle.Label.Strong },
            new GroupNode([.. words.Select((w, i) => new TextNode(new(KeysAt, Middle(i, TextStyle.Note)), w))]) { Placement = new(0, top), Style = TextStyle.Note, Fill = Paint.Muted },
            new GroupNode(ScaleLegend.Draw(_scale, new("weight", null), 400)) { Placement = new(0, top + height + 14) },
        ]);
    }

    private static double Middle(int line, TextStyle style) => ((line + 0.5) * Row) + style.HalfCapital;

    private string NameOf(int token) => TextMeasure.Cut(_map.Axes.Queries.Tokens[token].Label, TextStyle.Label.Strong, AxisLabels.MaximumWidth);

    private TextNode Name(GenerationStep step, int line) => new(new(_names - 10, Middle(line, TextStyle.Label)), NameOf(step.Written)) { Anchor = TextAnchor.End, Data = [new("q", step.Query)] };

    private string Words(GenerationStep step) =>
        string.Join(" · ", step.Strongest.Select(s => $"{TextClass.Closed(TextMeasure.Cut(_map.Axes.Keys.Tokens[s.Key].Label, TextStyle.Note, 70))} {FigureNumber.Short(s.Weight)}"));

    private IEnumerable<SceneNode> Cells() => _steps
        .SelectMany((step, line) => Enumerable.Range(0, _columns.Count).Where(k => _map.Axes.Mask[step.Query, k]).Select(k => (Line: line, Key: k, Level: _scale.Level(_map[step.Query, k]))))
        .GroupBy(c => c.Level)
        .OrderBy(g => g.Key)
        .Select(g => new TilesNode([.. g.Select(c => new SceneRect(_names + _columns.Start(c.Key), (c.Line * Row) + 1, _columns.Size(c.Key), Row - 2))]) { Fill = Paint.Level(g.Key) });

    private IEnumerable<SceneNode> Bars() => Parts.Select((part, index) => new TilesNode([.. _steps.Select((s, line) => Part(s, line, index)).Where(b => b.Width > 0)]) { Fill = part.Paint });

    private SceneRect Part(GenerationStep step, int line, int part)
    {
        double[] shares = [step.Apart, step.Prompt, step.Generated];
        return new(SplitAt + (shares[..part].Sum() * Split), (line * Row) + 5, shares[part] * Split, Row - 10);
    }

    private LineNode Boundary(double height) => new(new(_columns.Start(_prompt), -4), new(_columns.Start(_prompt), height + 2)) { Stroke = Paint.Accent, StrokeWidth = 1.5 };
}

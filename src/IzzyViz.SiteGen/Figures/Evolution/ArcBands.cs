using System.Collections.Immutable;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures.Views;

namespace IzzyViz.SiteGen.Figures.Evolution;

/// <summary>Where the bands of a picture of arcs lie: as high as the widest arc above and below their line asks for, all alike.</summary>
internal sealed class ArcBands
{
    private const double Names = 34;
    private const double Tallest = 48;
    private const double Between = 12;
    private const double Widest = 9;
    private readonly ImmutableArray<AttentionMap> _layers;
    private readonly WeightLines _lines;
    private readonly BandScale _columns;
    private readonly SlantedLabels _labels;
    private readonly int _longest;

    public ArcBands(ImmutableArray<AttentionMap> layers, WeightLines lines)
    {
        (_layers, _lines) = (layers, lines);
        var tokens = layers[0].Axes.Queries;
        _columns = BandScale.Uniform(tokens.Count, tokens.Count switch { <= 12 => 46, <= 24 => 34, <= 40 => 24, <= TokenColumn.LabelLimit => 19, <= 128 => 9, _ => 5 });
        _labels = new(tokens, _columns, lines.Drawn.Where(l => l.Query != l.Key).Reverse().Take(10).SelectMany(l => new[] { l.Query, l.Key }).ToHashSet());
        _longest = Math.Max(1, Spans(_ => true).DefaultIfEmpty(0).Max());
    }

    private double Above => 8 + Spans(l => l.Key < l.Query).Select(Height).DefaultIfEmpty(0).Max();

    private double Below => 8 + Spans(l => l.Key > l.Query).Select(Height).DefaultIfEmpty(0).Max();

    public Scene Compose()
    {
        var (top, pitch) = (_labels.Height, Above + Below + Between);
        var bands = _layers.Select((layer, i) => new GroupNode([.. Band(i)]) { Placement = new(Names, top + (i * pitch) + Above) });
        return new(Names + Math.Max(_columns.Length, _labels.Right), top + (_layers.Length * pitch),
        [
            new GroupNode([.. _labels.Draw()]) { Placement = new(Names, top), Style = _labels.Style },
            .. bands,
        ]);
    }

    private IEnumerable<int> Spans(Func<WeightLine, bool> which) => _lines.Drawn.Where(l => l.Query != l.Key && which(l)).Select(l => Math.Abs(l.Query - l.Key));

    // By the root of the span: neighbours stay visible where the longest arc crosses the page.
    private double Height(int span) => Math.Min(Tallest, Math.Max(9, _columns.Size(0) * _longest / 2)) * Math.Sqrt((double)span / _longest);

    private IEnumerable<SceneNode> Band(int layer)
    {
        var own = _lines.Drawn.Where(l => l.Map == layer).ToArray();
        yield return new LineNode(new(0, 0), new(_columns.Length, 0)) { Stroke = Paint.Rule };
        yield return new TextNode(new(-8, 4), $"L{_layers[layer].Head.Layer}") { Style = TextStyle.Label, Fill = Paint.Muted, Anchor = TextAnchor.End };
        foreach (var node in Arcs(own, toSpecial: true).Concat(Arcs(own, toSpecial: false)))
        {
            yield return node;
        }

        foreach (var dots in own.Where(l => l.Query == l.Key).GroupBy(l => LineLevels.Of(l.Weight)).OrderBy(g => g.Key))
        {
            yield return new DotsNode([.. dots.OrderBy(d => d.Query).Select(d => new ScenePoint(_columns.Centre(d.Query), 0))], Math.Min(1.5 + dots.Key, _columns.Size(0) / 2)) { Fill = Paint.Category(1) };
        }
    }

    // Special tokens collect weight from everywhere; in grey and below, their fans do not hide the rest.
    private IEnumerable<SceneNode> Arcs(IEnumerable<WeightLine> lines, bool toSpecial)
    {
        var arcs = lines
            .Where(l => l.Query != l.Key && _layers[0].Axes.Keys.Tokens[l.Key].IsSpecial == toSpecial)
            .Select(l => new FlowEdge(new(_columns.Centre(l.Query), 0), new(_columns.Centre(l.Key), 0), l.Weight));
        return FlowPen.Arcs(arcs, (toSpecial ? Paint.Rule : FlowPen.Paint, Widest), Rise);
    }

    private double Rise(FlowEdge edge)
    {
        var span = (int)Math.Round(Math.Abs(edge.From.X - edge.To.X) / _columns.Size(0));
        return edge.To.X < edge.From.X ? Height(span) : -Height(span);
    }
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Statistics.Flow;
using IzzyViz.Analysis.Tokens;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures.Lens;
using IzzyViz.SiteGen.Figures.Views;

namespace IzzyViz.SiteGen.Figures.Evolution;

/// <summary>Tokens down, layers across: labels and shares of the input on the left, the output token on the right.</summary>
internal sealed class RolloutLayout
{
    private const double Top = 22;
    private const double Bar = 64;
    private const double Number = 40;
    private readonly RolloutFlow _flow;
    private readonly FlowEdges _edges;
    private readonly TokenSequence _tokens;
    private readonly TokenColumn _column;
    private readonly int _target;
    private readonly double _pitch;

    public RolloutLayout(RolloutFlow flow, FlowEdges edges, TokenSequence tokens, int target)
    {
        (_flow, _edges, _tokens, _target) = (flow, edges, tokens, target);
        var top = flow.Reach[0].Index().OrderByDescending(r => r.Item).Take(8).Select(r => r.Index).ToHashSet();
        _column = TokenColumn.Of(tokens, top, tokens.Count);
        _pitch = flow.Layers switch { <= 4 => 120, <= 8 => 88, <= 16 => 58, _ => 34 };
    }

    private double NodesAt => _column.Width + Bar + Number + 8;

    private double Right => NodesAt + (_flow.Layers * _pitch);

    private string Name => TextMeasure.Cut(_tokens.Tokens[_target].Label, TextStyle.Label.Strong, AxisLabels.MaximumWidth);

    public Scene Compose() => new(Right + 14 + TextMeasure.Width(Name, TextStyle.Label.Strong), Top + _column.Rows.Length + 8,
    [
        new GroupNode([.. Heads()]) { Style = TextStyle.Note, Fill = Paint.Muted },
        new GroupNode([.. _column.Draw(_column.Width, true, "k")]) { Placement = new(0, Top), Style = _column.Style },
        new GroupNode([.. Shares()]) { Placement = new(_column.Width, Top), Style = TextStyle.Note, Fill = Paint.Muted },
        new GroupNode([.. FlowPen.Curves(_edges.Drawn.Select(Edge), FlowPen.Paint, Math.Min(16, _column.Rows.Size(0) - 2)), Nodes()]) { Placement = new(NodesAt, Top) },
        new TextNode(new(Right + 10, Top + _column.Rows.Centre(_target) + TextStyle.Label.HalfCapital), Name) { Style = TextStyle.Label.Strong, Fill = Paint.Accent },
    ]);

    private IEnumerable<SceneNode> Heads()
    {
        yield return new TextNode(new(NodesAt, 12), "input") { Anchor = TextAnchor.End };
        var every = Math.Max(1, (int)Math.Ceiling(34 / _pitch));
        for (var layer = 0; layer < _flow.Layers; layer += every)
        {
            yield return new TextNode(new(NodesAt + ((layer + 0.5) * _pitch), 12), $"L{layer}") { Anchor = TextAnchor.Middle };
        }
    }

    private IEnumerable<SceneNode> Shares()
    {
        var (reach, rows) = (_flow.Reach[0], _column.Rows);
        var most = reach.Max();
        yield return RowBars.Draw(reach, rows, Bar, from: 2);
        foreach (var label in _column.Labels.Where(l => Math.Abs(l.Offset - rows.Centre(l.Band)) < 1 && reach[l.Band] >= 0.01))
        {
            yield return new TextNode(new(2 + (reach[label.Band] / most * Bar) + 5, rows.Centre(label.Band) + TextStyle.Note.HalfCapital), FigureNumber.PerCent(reach[label.Band]));
        }
    }

    private FlowEdge Edge(LayerEdge edge) => new(
        new(edge.Layer * _pitch, _column.Rows.Centre(edge.From)), new((edge.Layer + 1) * _pitch, _column.Rows.Centre(edge.To)), edge.Share);

    private DotsNode Nodes() => new(
        [.. _flow.Reach.SelectMany((shares, level) => shares.Index().Where(s => s.Item >= _edges.Floor).Select(s => new ScenePoint(level * _pitch, _column.Rows.Centre(s.Index))))],
        Math.Min(2.5, _column.Rows.Size(0) / 3))
    {
        Fill = Paint.Ink,
    };
}

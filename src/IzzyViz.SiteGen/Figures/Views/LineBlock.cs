using System.Collections.Immutable;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Figures.Views;

/// <summary>The line thumbnails of one kind of attention: layers down, heads across, one path per level for all of them together.</summary>
internal sealed class LineBlock
{
    private const double LayerNames = 34;
    private const double HeadNames = 18;
    private readonly ImmutableArray<(AttentionMap Map, ImmutableArray<WeightLine> Lines)> _heads;
    private readonly ModelViewOptions _options;
    private readonly int[] _layers;

    // A unit is the distance of two tokens: lines run between whole numbers, which is short to write.
    private readonly double _unit;
    private readonly int _across;
    private readonly int _pitchX;
    private readonly int _pitchY;

    public LineBlock(ImmutableArray<(AttentionMap Map, ImmutableArray<WeightLine> Lines)> heads, ModelViewOptions options, int ofAll)
    {
        (_heads, _options) = (heads, options);
        _layers = [.. heads.Select(h => h.Map.Head.Layer).Distinct().Order()];
        var tokens = heads.Max(h => Math.Max(h.Map.Axes.Queries.Count, h.Map.Axes.Keys.Count));
        var side = Math.Clamp(((options.Width - LayerNames) / Heads) - 10, 24, ofAll <= 16 ? 168 : ofAll <= 32 ? 128 : 84);
        _unit = Math.Round(Math.Clamp(side / tokens, 0.1, 14), 2);
        _across = Math.Max(2, (int)Math.Round(side * 0.75 / _unit));
        _pitchX = _across + Math.Max(1, (int)Math.Ceiling(10 / _unit));
        _pitchY = tokens - 1 + Math.Max(1, (int)Math.Ceiling(9 / _unit));
    }

    public bool UsesLongNames { get; init; }

    public double Width => LayerNames + (Heads * _pitchX * _unit);

    public double Height => HeadNames + (_layers.Length * _pitchY * _unit);

    private int Heads => _heads.Max(h => h.Map.Head.Head) + 1;

    public IEnumerable<SceneNode> Draw() =>
    [
        .. Enumerable.Range(0, Heads).Select(h => Name($"H{h}", new(LayerNames + (((h * _pitchX) + (_across / 2.0)) * _unit), 11), TextAnchor.Middle)),
        .. _layers.Select((layer, row) => Name($"L{layer}", new(LayerNames - 8, HeadNames + (((row * _pitchY) + ((_pitchY - 2) / 2.0)) * _unit) + 4), TextAnchor.End)),
        new GroupNode([.. Sides(), .. Levels()]) { Placement = new(LayerNames, HeadNames, 0, _unit) },
        .. _options.LinkOf is { } linkOf ? _heads.Select(h => Link(h.Map, linkOf)) : [],
    ];

    private static TextNode Name(string text, ScenePoint at, TextAnchor anchor) => new(at, text) { Style = TextStyle.Label, Fill = Paint.Muted, Anchor = anchor };

    private (int X, int Y) Corner(HeadAddress head) => (head.Head * _pitchX, Array.IndexOf(_layers, head.Layer) * _pitchY);

    private IEnumerable<SceneNode> Sides()
    {
        yield return new PathNode([.. _heads.SelectMany(h => Side(h.Map))]) { Stroke = Paint.Rule, StrokeWidth = 0.75 / _unit };
    }

    private PathStep[] Side(AttentionMap map)
    {
        var (x, y) = Corner(map.Head);
        return
        [
            PathStep.Move(x, y), PathStep.Line(x, y + map.Axes.Queries.Count - 1),
            PathStep.Move(x + _across, y), PathStep.Line(x + _across, y + map.Axes.Keys.Count - 1),
        ];
    }

    private IEnumerable<SceneNode> Levels() => _heads
        .SelectMany(h => h.Lines.Select(line => (h.Map, Line: line)))
        .GroupBy(l => LineLevels.Of(l.Line.Weight))
        .OrderBy(g => g.Key)
        .Select(g => new PathNode([.. g.SelectMany(l => Steps(l.Map, l.Line))]) { Stroke = LineLevels.Shade(g.Key), StrokeWidth = Math.Round((g.Key < 3 ? 0.75 : 1) / _unit, 2) });

    private PathStep[] Steps(AttentionMap map, WeightLine line)
    {
        var (x, y) = Corner(map.Head);
        return [PathStep.Move(x, y + line.Query), PathStep.Line(x + _across, y + line.Key)];
    }

    private LinkNode Link(AttentionMap map, Func<HeadAddress, string> linkOf)
    {
        var ((x, y), name) = (Corner(map.Head), UsesLongNames ? map.Head.Long : map.Head.Short);
        var box = new SceneRect(LayerNames + (x * _unit) - 3, HeadNames + (y * _unit) - 3, (_across * _unit) + 6, Math.Max(8, ((_pitchY - 1) * _unit) - 2));
        return new LinkNode(linkOf(map.Head), $"Head {name}", [new RectNode(box) { Fill = Paint.Clear, Title = name }])
        {
            Data = [new("layer", map.Head.Layer), new("head", map.Head.Head)],
        };
    }
}

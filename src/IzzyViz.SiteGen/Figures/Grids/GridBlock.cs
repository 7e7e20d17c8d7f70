using System.Collections.Immutable;
using IzzyViz.Analysis.Models;
using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Figures.Grids;

/// <summary>The cells of one kind of attention, with the names of layers and heads; the upper left cell's corner is the origin.</summary>
internal sealed class GridBlock(AttentionKind kind, ImmutableArray<StatisticCell> cells, StatisticColors colors, StatisticGridOptions options)
{
    private readonly int[] _layers = [.. cells.Select(c => c.Head.Layer).Distinct().Order()];
    private readonly int _heads = cells.Max(c => c.Head.Head) + 1;

    /// <summary>Values are printed and heads are links.</summary>
    public bool IsDetailed { get; init; } = true;

    public bool UsesLongNames { get; init; }

    public TextStyle Style => new(_heads > 16 ? 10 : 11);

    public double Width => _heads * CellWidth;

    public double Height => _layers.Length * CellHeight;

    // Numbers of neighbours do not touch.
    private double CellWidth => !IsDetailed ? 24 : Math.Max(_heads > 16 ? 33 : 40, Math.Ceiling(cells.Max(c => double.IsNaN(c.Value) ? 0 : TextMeasure.Width(colors.Text(c.Value), Style))) + 7);

    private double CellHeight => !IsDetailed ? 14 : _heads > 16 ? 20 : 24;

    public IEnumerable<SceneNode> Draw() =>
    [
        .. Enumerable.Range(0, _heads).Select(HeadName),
        .. _layers.Select(LayerName),
        .. IsDetailed ? cells.OrderBy(c => c.Head.Layer).ThenBy(c => c.Head.Head).Select(Cell) : [Colours()],
    ];

    private SceneNode HeadName(int head) =>
        new TextNode(new((head + 0.5) * CellWidth, -7), $"H{head}") { Fill = Paint.Muted, Anchor = TextAnchor.Middle };

    private SceneNode LayerName(int layer, int row)
    {
        var text = new TextNode(new(-8, MiddleOf(row)), $"L{layer}") { Fill = Paint.Muted, Anchor = TextAnchor.End };
        return options.LinkOfLayer is { } linkOf ? new LinkNode(linkOf(kind, layer), $"L{layer}, layer {layer}", [text]) : text;
    }

    private SceneNode Cell(StatisticCell cell)
    {
        var (row, box) = (Array.IndexOf(_layers, cell.Head.Layer), BoxOf(cell));
        var rect = new RectNode(box) { Fill = colors.Fill(cell.Value) };
        var label = $"{(UsesLongNames ? cell.Head.Long : cell.Head.Short)}: {(double.IsNaN(cell.Value) ? "no value" : colors.Text(cell.Value))}";
        ImmutableArray<SceneNode> nodes = double.IsNaN(cell.Value) ? [rect with { Title = label }] : [rect, Value(cell.Value, box.Centre.X, row)];
        return options.LinkOfHead is { } linkOf ? new LinkNode(linkOf(cell.Head), label, nodes) : new GroupNode(nodes);
    }

    private GroupNode Colours() => new([.. ColorTiles.Of(cells, colors, BoxOf)]) { IsCrisp = true };

    private SceneRect BoxOf(StatisticCell cell) =>
        new(cell.Head.Head * CellWidth, Array.IndexOf(_layers, cell.Head.Layer) * CellHeight, CellWidth - 1, CellHeight - 1);

    private TextNode Value(double value, double x, int row) => new(new(x, MiddleOf(row)), colors.Text(value))
    {
        Anchor = TextAnchor.Middle,
        Fill = colors.Ink(value),
    };

    private double MiddleOf(int row) => ((row + 0.5) * CellHeight) - 0.5 + Style.HalfCapital;
}

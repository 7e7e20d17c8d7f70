using System.Collections.Immutable;
using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Figures.Comparisons;

/// <summary>Distances between the heads of a layer and those of another.</summary>
/// <param name="Title">Above the block: "layer 0".</param>
/// <param name="Distances"><c>[row, column]</c>, row-major; NaN where unknown.</param>
internal sealed record PairBlock(string Title, ImmutableArray<string> Rows, ImmutableArray<string> Columns, ImmutableArray<double> Distances)
{
    /// <summary>By row: the column that is marked as its match; empty for none.</summary>
    public ImmutableArray<int> Marked { get; init; } = [];
}

/// <param name="Rows">Whose heads the rows are.</param>
internal sealed record HeadPairsOptions(string Slug, string Title, string Rows, string Columns)
{
    /// <summary>Up to so many cells distances are printed.</summary>
    public int DetailLimit { get; init; } = 400;

    /// <summary>End of the scale where several figures share one; the largest distance if null.</summary>
    public double? Maximum { get; init; }

    /// <summary>What a frame around a cell says.</summary>
    public string? Mark { get; init; }
}

/// <summary>How far heads are apart, every one of a side against every one of the other, in blocks.</summary>
internal static class HeadPairsFigure
{
    private const double Names = 44;
    private const double Top = 44;
    private const double Widest = 1040;
    private static readonly TextStyle Style = TextStyle.Note;

    public static Figure Draw(ImmutableArray<PairBlock> blocks, HeadPairsOptions options)
    {
        var scale = new ColorScale(0, options.Maximum ?? Math.Max(1e-6, Known(blocks).Select(k => k.Distance).DefaultIfEmpty(1).Max()), 1);
        return new()
        {
            Slug = options.Slug,
            Title = options.Title,
            Description = Description(blocks, options),
            HowToRead = $"Rows are heads of {options.Rows}, columns heads of {options.Columns}; paler is more alike." + (options.Mark is { } mark ? $" A frame marks {mark}." : ""),
            Legend = $"Colour is the mean Jensen–Shannon distance of the maps (0 for equal ones, 1 for those that share nothing) from 0 to {FigureNumber.Tick(scale.Norm.Maximum, scale.Norm.Maximum)}, linear.",
            Scene = Compose(blocks, options, scale),
        };
    }

    private static IEnumerable<(PairBlock Block, int Index, double Distance)> Known(ImmutableArray<PairBlock> blocks) =>
        blocks.SelectMany(b => b.Distances.Select((d, i) => (b, i, d))).Where(k => !double.IsNaN(k.d));

    private static string Description(ImmutableArray<PairBlock> blocks, HeadPairsOptions options)
    {
        var known = Known(blocks).ToArray();
        var nearest = known.Length == 0 ? default : known.MinBy(k => k.Distance);
        return $"Distances between the heads of {options.Rows} and of {options.Columns}."
            + (nearest.Block is { } block ? $" Nearest: {block.Rows[nearest.Index / block.Columns.Length]} and {block.Columns[nearest.Index % block.Columns.Length]}, {FigureNumber.Short(nearest.Distance)} apart." : "");
    }

    private static Scene Compose(ImmutableArray<PairBlock> blocks, HeadPairsOptions options, ColorScale scale)
    {
        var isDetailed = blocks.Sum(b => b.Distances.Length) <= options.DetailLimit;
        var (cell, nodes) = (isDetailed ? 36.0 : 14.0, ImmutableArray.CreateBuilder<SceneNode>());
        var (x, y, rowHeight, width) = (0.0, 0.0, 0.0, 0.0);
        foreach (var block in blocks)
        {
            var size = (Width: Names + (block.Columns.Length * cell) + 24, Height: Top + (block.Rows.Length * cell * 0.7) + 22);
            (x, y, rowHeight) = x > 0 && x + size.Width > Widest ? (0, y + rowHeight, 0) : (x, y, rowHeight);
            nodes.Add(new GroupNode([.. new PairCells(block, cell, scale) { IsDetailed = isDetailed }.Draw()]) { Placement = new(x + Names, y + Top), Style = Style });
            (x, rowHeight, width) = (x + size.Width, Math.Max(rowHeight, size.Height), Math.Max(width, x + size.Width));
        }

        var words = new ScaleWords("JS distance", null);
        width = Math.Max(width, ScaleLegend.MinimumWidth(words));
        nodes.Add(new GroupNode(ScaleLegend.Draw(scale, words, width)) { Placement = new(0, y + rowHeight) });
        return new(width, y + rowHeight + ScaleLegend.Height, nodes.ToImmutable());
    }
}

/// <summary>The cells and names of one block; the upper left cell's corner is the origin.</summary>
internal sealed class PairCells(PairBlock block, double cell, ColorScale scale)
{
    private readonly double _height = cell * 0.7;

    public required bool IsDetailed { get; init; }

    public IEnumerable<SceneNode> Draw() =>
    [
        new TextNode(new(-40, -28), block.Title) { Style = TextStyle.Label.Strong },
        .. block.Columns.Select((name, i) => new TextNode(new((i + 0.5) * cell, -7), name) { Fill = Paint.Muted, Anchor = TextAnchor.Middle }).Where((_, i) => IsDetailed || i % 4 == 0),
        .. block.Rows.Select((name, i) => new TextNode(new(-6, ((i + 0.5) * _height) + TextStyle.Note.HalfCapital), name) { Fill = Paint.Muted, Anchor = TextAnchor.End }).Where((_, i) => IsDetailed || i % 2 == 0),
        .. Tiles(),
        .. IsDetailed ? block.Distances.Select(Value) : [],
        .. block.Marked.Select((column, row) => new RectNode(BoxOf((row * block.Columns.Length) + column).Shrink(0.5)) { Stroke = Paint.Accent, StrokeWidth = 1.8 }),
    ];

    private IEnumerable<SceneNode> Tiles() => block.Distances
        .Select((distance, index) => (Fill: double.IsNaN(distance) ? Paint.Hatch : Paint.Level(scale.Level(distance)), Box: BoxOf(index)))
        .GroupBy(c => c.Fill)
        .OrderBy(g => g.Key.Role)
        .ThenBy(g => g.Key.Index)
        .Select(g => new TilesNode([.. g.Select(c => c.Box)]) { Fill = g.Key });

    private TextNode Value(double distance, int index)
    {
        var box = BoxOf(index);
        return new(new(box.Centre.X, box.Centre.Y + TextStyle.Note.HalfCapital), FigureNumber.Short(distance))
        {
            Anchor = TextAnchor.Middle,
            Fill = double.IsNaN(distance) ? Paint.Muted : Paint.OnLevel(scale.Level(distance)),
        };
    }

    private SceneRect BoxOf(int index) => new(index % block.Columns.Length * cell, index / block.Columns.Length * _height, cell - 1, _height - 1);
}

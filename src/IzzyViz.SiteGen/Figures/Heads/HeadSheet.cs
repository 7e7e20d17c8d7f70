using System.Collections.Immutable;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Summaries;

namespace IzzyViz.SiteGen.Figures.Heads;

/// <summary>The thumbnails of one kind of attention, layer by layer.</summary>
internal sealed record HeadSheet(AttentionKind Kind, ImmutableArray<SheetLayer> Layers)
{
    public int Heads => Layers.Max(l => l.Heads.Length);

    /// <summary>Sheets by kind, layers and heads in order of their numbers; <paramref name="block"/> tokens a cell.</summary>
    public static ImmutableArray<HeadSheet> Of(IEnumerable<AttentionMap> maps, int block) =>
    [
        .. maps.GroupBy(m => m.Head.Kind).OrderBy(g => g.Key).Select(kind => new HeadSheet(
            kind.Key,
            [.. kind.GroupBy(m => m.Head.Layer).OrderBy(g => g.Key).Select(layer => SheetLayer.Of(layer.Key, layer, block))])),
    ];
}

/// <param name="Heads">In order of their numbers; all grids of a layer are of one size.</param>
internal sealed record SheetLayer(int Layer, ImmutableArray<HeadAddress> Heads, ImmutableArray<MapGrid> Grids)
{
    public MapGrid First => Grids[0];

    public static SheetLayer Of(int layer, IEnumerable<AttentionMap> maps, int block)
    {
        var ordered = maps.OrderBy(m => m.Head.Head).ToArray();
        return new(layer, [.. ordered.Select(m => m.Head)], [.. ordered.Select(m => MapGrid.Of(m, block))]);
    }
}

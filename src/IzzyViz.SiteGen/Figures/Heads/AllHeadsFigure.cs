using System.Collections.Immutable;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures.Grids;

namespace IzzyViz.SiteGen.Figures.Heads;

/// <summary>Every head of a model over one example as a thumbnail: layers down, heads across, one scale for all.</summary>
internal static class AllHeadsFigure
{
    private const double LayerNames = 34;
    private const double HeadNames = 18;
    private const double BetweenSheets = 26;

    public static Figure Draw(IReadOnlyCollection<AttentionMap> maps, AllHeadsOptions options)
    {
        var sheets = HeadBlocks.Sheets(maps, maximum => new(0, maximum, options.Exponent));
        var scale = new ColorScale(0, HeadBlocks.Maximum(sheets), options.Exponent);
        return new()
        {
            Slug = options.Slug,
            Title = options.Title,
            Description = SheetWords.Description(sheets, maps.Count),
            HowToRead = "Every square is one head’s map: rows attend, columns are attended to. Layers run down, heads across.",
            Legend = SheetWords.Legend(sheets, scale),
            Scene = Compose(sheets, scale, options),
        };
    }

    private static Scene Compose(ImmutableArray<HeadSheet> sheets, ColorScale scale, AllHeadsOptions options)
    {
        var nodes = ImmutableArray.CreateBuilder<SceneNode>();
        var (width, y) = (0.0, 0.0);
        foreach (var sheet in sheets)
        {
            var size = ThumbnailSize.For(sheet, options.Width - LayerNames, sheets.Sum(s => s.Layers.Sum(l => l.Heads.Length)));
            if (sheets.Length > 1)
            {
                nodes.Add(new TextNode(new(0, y + 12), SheetWords.NameOf(sheet.Kind)) { Style = TextStyle.Label.Strong });
                (width, y) = (Math.Max(width, TextMeasure.Width(SheetWords.NameOf(sheet.Kind), TextStyle.Label.Strong)), y + 20);
            }

            nodes.AddRange(SheetHead(sheet, size, y));
            y += HeadNames;
            foreach (var layer in sheet.Layers)
            {
                var row = new ThumbnailRow(layer, size, $"{SheetWords.PrefixOf(sheet.Kind)}{layer.Layer}");
                nodes.Add(new TextNode(new(LayerNames - 8, y + (row.Height / 2) + 4), $"L{layer.Layer}") { Style = TextStyle.Label, Fill = Paint.Muted, Anchor = TextAnchor.End });
                nodes.Add(new GroupNode([.. row.Draw(scale), .. options.LinkOf is { } linkOf ? row.Links(linkOf, head => sheets.Length > 1 ? head.Long : head.Short) : []]) { Placement = new(LayerNames, y), IsCrisp = true });
                (width, y) = (Math.Max(width, LayerNames + row.Width), y + row.Height + size.Gap);
            }

            y += BetweenSheets;
        }

        return WithLegend(nodes, scale, sheets, new(width, y - BetweenSheets));
    }

    private static IEnumerable<SceneNode> SheetHead(HeadSheet sheet, ThumbnailSize size, double y) =>
        Enumerable.Range(0, sheet.Heads).Select(head =>
            new TextNode(new(LayerNames + (head * size.Pitch) + (size.Width / 2), y + 11), $"H{head}")
            {
                Style = TextStyle.Label,
                Fill = Paint.Muted,
                Anchor = TextAnchor.Middle,
            });

    private static Scene WithLegend(ImmutableArray<SceneNode>.Builder nodes, ColorScale scale, ImmutableArray<HeadSheet> sheets, ScenePoint end)
    {
        var name = $"weight, one scale for all heads, exponent {FigureNumber.Exponent(scale.Norm.Exponent)}";
        var words = new ScaleWords(name, SheetWords.HasMasked(sheets) ? "masked" : null);
        var width = Math.Max(end.X, ScaleLegend.MinimumWidth(words));
        nodes.Add(new GroupNode(ScaleLegend.Draw(scale, words, width)) { Placement = new(0, end.Y + 10) });
        return new(width, end.Y + 10 + ScaleLegend.Height, nodes.ToImmutable());
    }
}

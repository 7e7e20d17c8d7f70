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
        var stack = new FigureStack();
        foreach (var sheet in sheets)
        {
            var size = ThumbnailSize.For(sheet, options.Width - LayerNames, sheets.Sum(s => s.Layers.Sum(l => l.Heads.Length)));
            if (sheets.Length > 1)
            {
                stack.AddTitle(SheetWords.NameOf(sheet.Kind));
            }

            AddSheet(stack, sheet, size, row => [.. row.Draw(scale), .. Links(row)]);
        }

        return WithLegend(stack, scale, sheets);

        IEnumerable<SceneNode> Links(ThumbnailRow row) => options.LinkOf is { } linkOf ? row.Links(linkOf, head => sheets.Length > 1 ? head.Long : head.Short) : [];
    }

    private static void AddSheet(FigureStack stack, HeadSheet sheet, ThumbnailSize size, Func<ThumbnailRow, ImmutableArray<SceneNode>> draw)
    {
        stack.Add(SheetHead(sheet, size, stack.Y));
        stack.Y += HeadNames;
        foreach (var layer in sheet.Layers)
        {
            var row = new ThumbnailRow(layer, size, $"{SheetWords.PrefixOf(sheet.Kind)}{layer.Layer}");
            stack.Add(LayerName(layer, row, stack.Y), new GroupNode(draw(row)) { Placement = new(LayerNames, stack.Y), IsCrisp = true });
            stack.Reach(LayerNames + row.Width);
            stack.Y += row.Height + size.Gap;
        }

        stack.Y += BetweenSheets;
    }

    private static TextNode LayerName(SheetLayer layer, ThumbnailRow row, double y) => new(new(LayerNames - 8, y + (row.Height / 2) + 4), $"L{layer.Layer}")
    {
        Style = TextStyle.Label,
        Fill = Paint.Muted,
        Anchor = TextAnchor.End,
    };

    private static IEnumerable<SceneNode> SheetHead(HeadSheet sheet, ThumbnailSize size, double y) =>
        Enumerable.Range(0, sheet.Heads).Select(head =>
            new TextNode(new(LayerNames + (head * size.Pitch) + (size.Width / 2), y + 11), $"H{head}")
            {
                Style = TextStyle.Label,
                Fill = Paint.Muted,
                Anchor = TextAnchor.Middle,
            });

    private static Scene WithLegend(FigureStack stack, ColorScale scale, ImmutableArray<HeadSheet> sheets)
    {
        var name = $"weight, one scale for all heads, exponent {FigureNumber.Exponent(scale.Norm.Exponent)}";
        var words = new ScaleWords(name, SheetWords.HasMasked(sheets) ? "masked" : null);
        var y = stack.Y - BetweenSheets + 10;
        stack.Reach(ScaleLegend.MinimumWidth(words));
        stack.Add(new GroupNode(ScaleLegend.Draw(scale, words, stack.Width)) { Placement = new(0, y) });
        return stack.ToScene(y + ScaleLegend.Height);
    }
}

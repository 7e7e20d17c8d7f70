using System.Collections.Immutable;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures.Heads;

namespace IzzyViz.SiteGen.Figures.Comparisons;

/// <summary>One row of the sheet: maps over the same tokens.</summary>
/// <param name="Name">"L0H1".</param>
internal sealed record SheetRow(string Name, ImmutableArray<AttentionMap> Maps);

/// <param name="Columns">What stands above the maps: "step 0", "step 200" …</param>
internal sealed record MapSheetOptions(string Slug, string Title, ImmutableArray<string> Columns)
{
    public double Exponent { get; init; } = 0.7;

    public double Width { get; init; } = 1040;
}

/// <summary>The same heads over the same tokens in several models: heads down, models across, one scale.</summary>
internal static class MapSheetFigure
{
    private const double Names = 52;
    private const double Top = 20;
    private const int SideLimit = 48;

    public static Figure Draw(ImmutableArray<SheetRow> rows, MapSheetOptions options)
    {
        var layers = rows.Select((row, i) => Layer(row, i)).ToArray();
        var scale = new ColorScale(0, layers.SelectMany(l => l.Grids).Max(g => g.Maximum), options.Exponent);
        var sheet = new HeadSheet(rows[0].Maps[0].Head.Kind, [.. layers]);
        return new()
        {
            Slug = options.Slug,
            Title = options.Title,
            Description = $"{rows.Length} heads as thumbnails, each in {options.Columns.Length} models: {string.Join(", ", options.Columns)}.",
            HowToRead = "Every row is a head, every square its map in one model: rows attend, columns are attended to.",
            Legend = SheetWords.Legend([sheet], scale),
            Scene = Compose(rows, sheet, scale, options),
        };
    }

    private static SheetLayer Layer(SheetRow row, int index)
    {
        var tokens = row.Maps.Max(m => Math.Max(m.Axes.Queries.Count, m.Axes.Keys.Count));
        var block = MapGrid.BlockFor(tokens, tokens, SideLimit);
        return new(index, [.. row.Maps.Select(m => m.Head)], [.. row.Maps.Select(m => MapGrid.Of(m, block))]);
    }

    private static Scene Compose(ImmutableArray<SheetRow> rows, HeadSheet sheet, ColorScale scale, MapSheetOptions options)
    {
        var size = ThumbnailSize.For(sheet, options.Width - Names, sheet.Layers.Sum(l => l.Heads.Length));
        var (nodes, y) = (ImmutableArray.CreateBuilder<SceneNode>(), Top);
        nodes.AddRange(options.Columns.Select((name, i) => new TextNode(new(Names + (i * size.Pitch) + (size.Width / 2), 12), name) { Style = TextStyle.Note, Fill = Paint.Muted, Anchor = TextAnchor.Middle }));
        for (var i = 0; i < rows.Length; i++)
        {
            var row = new ThumbnailRow(sheet.Layers[i], size, $"{options.Slug}{i}");
            nodes.Add(new TextNode(new(Names - 8, y + (row.Height / 2) + 4), rows[i].Name) { Style = TextStyle.Label, Fill = Paint.Muted, Anchor = TextAnchor.End });
            nodes.Add(new GroupNode([.. row.Draw(scale)]) { Placement = new(Names, y), IsCrisp = true });
            y += row.Height + size.Gap;
        }

        var words = new ScaleWords($"weight, one scale for all maps, exponent {FigureNumber.Exponent(options.Exponent)}", SheetWords.HasMasked([sheet]) ? "masked" : null);
        var width = Math.Max(Names + (options.Columns.Length * size.Pitch), ScaleLegend.MinimumWidth(words));
        nodes.Add(new GroupNode(ScaleLegend.Draw(scale, words, width)) { Placement = new(0, y + 6) });
        return new(width, y + 6 + ScaleLegend.Height, nodes.ToImmutable());
    }
}

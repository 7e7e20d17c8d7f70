using System.Collections.Immutable;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Figures.Views;

internal sealed record HeadViewOptions
{
    public static readonly HeadViewOptions Default = new();

    public string Slug { get; init; } = "head-view";

    public string Title { get; init; } = "Where heads attend";

    /// <summary>Weaker cells are counted, not drawn.</summary>
    public double Floor { get; init; } = 0.1;

    /// <summary>The floor rises until no more lines than this are left.</summary>
    public int MostLines { get; init; } = 4000;

    /// <summary>How a head is called; null for its short address.</summary>
    public Func<HeadAddress, string>? NameOf { get; init; }
}

/// <summary>The head view of BertViz (Vig 2019), static: attending tokens on the left, tokens attended to on the right, a line per weight, a colour per head.</summary>
internal static class HeadViewFigure
{
    /// <summary>As many as there are colours that can be told apart.</summary>
    public const int MostHeads = Palette.Categories;

    private const double Span = 250;

    /// <param name="all">Heads over the same tokens; of more than eight the clearest are drawn, and the legend says so.</param>
    public static Figure Draw(ImmutableArray<AttentionMap> all, HeadViewOptions options)
    {
        var maps = ClearestHeads.Of(all, MostHeads);
        var lines = WeightLines.Of(maps, new(options.Floor, options.MostLines));
        return new()
        {
            Slug = options.Slug,
            Title = options.Title,
            Description = Description(maps, lines, options),
            HowToRead = "Each line runs from a token that attends, on the left, to a token it attends to, on the right. A colour is a head; the darker the line, the larger the weight.",
            Legend = $"{ClearestHeads.Words(maps.Length, all.Length)}{lines.Words()}{(maps[0].Axes.Mask.IsFull ? "" : " Masked cells do not exist and are not counted.")}",
            Scene = Compose(maps, lines, options),
        };
    }

    private static Scene Compose(ImmutableArray<AttentionMap> maps, WeightLines lines, HeadViewOptions options)
    {
        var axes = maps[0].Axes;
        var longest = Math.Max(axes.Queries.Count, axes.Keys.Count);
        var strongest = lines.Drawn.Reverse().Take(12).ToArray();
        var left = TokenColumn.Of(axes.Queries, strongest.Select(l => l.Query).ToHashSet(), longest);
        var right = TokenColumn.Of(axes.Keys, strongest.Select(l => l.Key).ToHashSet(), longest);
        var width = Math.Max(left.Width + Span + right.Width, LineLevels.LegendWidth(lines.Floor));
        var (key, keyHeight) = HeadColors.Key(maps.Select((m, i) => (NameOf(m, options), Paint.Category(i))), width);
        var top = keyHeight + 8;
        var bottom = top + Math.Max(left.Rows.Length, right.Rows.Length) + 14;
        return new(width, bottom + 14,
        [
            new GroupNode(key),
            new GroupNode([.. Paths(lines, left.Rows, right.Rows)]) { Placement = new(left.Width, top) },
            new GroupNode([.. left.Draw(0, true, "q")]) { Placement = new(left.Width, top), Style = left.Style },
            new GroupNode([.. right.Draw(Span, false, "k")]) { Placement = new(left.Width, top), Style = right.Style },
            new GroupNode(LineLevels.Legend(lines.Floor, (level, sample) => Pen(sample, level, Paint.Ink))) { Placement = new(0, bottom) },
        ]);
    }

    // One path per head and level; weak levels below, so that strong lines are not crossed out.
    private static IEnumerable<SceneNode> Paths(WeightLines lines, BandScale rows, BandScale columns) => lines.Drawn
        .GroupBy(l => (Level: LineLevels.Of(l.Weight), l.Map))
        .OrderBy(g => g.Key.Level)
        .ThenBy(g => g.Key.Map)
        .Select(g => Pen(new PathNode([.. g.OrderBy(l => l.Query).ThenBy(l => l.Key).SelectMany(l => Steps(l, rows, columns))]), g.Key.Level, Paint.Category(g.Key.Map)));

    private static PathStep[] Steps(WeightLine line, BandScale rows, BandScale columns) =>
        [PathStep.Move(0, rows.Centre(line.Query)), PathStep.Line(Span, columns.Centre(line.Key))];

    private static PathNode Pen(PathNode path, int level, Paint paint) =>
        path with { Stroke = paint, StrokeWidth = LineLevels.Width(level), Opacity = LineLevels.Opacity(level) };

    private static string NameOf(AttentionMap map, HeadViewOptions options) => options.NameOf?.Invoke(map.Head) ?? map.Head.Short;

    private static string Description(ImmutableArray<AttentionMap> maps, WeightLines lines, HeadViewOptions options)
    {
        var (queries, keys) = (maps[0].Axes.Queries, maps[0].Axes.Keys);
        var strongest = lines.Drawn.Reverse().Take(3).Select(l =>
            $"{NameOf(maps[l.Map], options)} from “{queries.Tokens[l.Query].Label}” to “{keys.Tokens[l.Key].Label}” with {FigureNumber.Score(l.Weight)}");
        return $"Lines of {string.Join(", ", maps.Select(m => NameOf(m, options)))} from {queries.Count} attending tokens to {keys.Count} tokens attended to. Strongest: {string.Join("; ", strongest)}.";
    }
}

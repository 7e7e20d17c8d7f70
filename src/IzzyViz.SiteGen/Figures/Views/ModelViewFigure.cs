using System.Collections.Immutable;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures.Heads;

namespace IzzyViz.SiteGen.Figures.Views;

internal sealed record ModelViewOptions
{
    public static readonly ModelViewOptions Default = new();

    public string Slug { get; init; } = "model-view";

    public string Title { get; init; } = "Lines of every head";

    public double Floor { get; init; } = 0.1;

    /// <summary>About 200 kB of path data.</summary>
    public int MostLines { get; init; } = 16_000;

    /// <summary>Address of a head's page relative to the page of this figure; null for no links.</summary>
    public Func<HeadAddress, string>? LinkOf { get; init; }

    public double Width { get; init; } = 1120;
}

/// <summary>The model view of BertViz (Vig 2019), static: every head of a model as a thumbnail of lines from attending to attended tokens.</summary>
internal static class ModelViewFigure
{
    public static Figure Draw(IReadOnlyCollection<AttentionMap> maps, ModelViewOptions options)
    {
        AttentionMap[] ordered = [.. maps.OrderBy(m => m.Head.Kind).ThenBy(m => m.Head.Layer).ThenBy(m => m.Head.Head)];
        var lines = WeightLines.Of(ordered, new(options.Floor, options.MostLines));
        return new()
        {
            Slug = options.Slug,
            Title = options.Title,
            Description = Description(ordered, lines),
            HowToRead = "Each picture is a head: tokens run down both sides, and a line leads from a token that attends, on the left, to one it attends to, on the right. "
                + "Level lines stay on the token, parallel slopes keep a distance, fans meet in a token that collects weight.",
            Legend = $"{lines.Words()}{(Array.TrueForAll(ordered, m => m.Axes.Mask.IsFull) ? "" : " Masked cells do not exist and are not counted.")}",
            Scene = Compose(ordered, lines, options),
        };
    }

    private static Scene Compose(AttentionMap[] maps, WeightLines lines, ModelViewOptions options)
    {
        var stack = new FigureStack();
        var byMap = lines.Drawn.ToLookup(l => l.Map);
        var kinds = maps.Select((map, index) => (Map: map, Index: index)).GroupBy(m => m.Map.Head.Kind).ToArray();
        foreach (var kind in kinds)
        {
            if (kinds.Length > 1)
            {
                stack.AddTitle(SheetWords.NameOf(kind.Key));
            }

            var block = new LineBlock([.. kind.Select(m => (m.Map, byMap[m.Index].ToImmutableArray()))], options, maps.Length) { UsesLongNames = kinds.Length > 1 };
            stack.Add(new GroupNode([.. block.Draw()]) { Placement = new(0, stack.Y) });
            stack.Reach(block.Width);
            stack.Y += block.Height + 26;
        }

        stack.Add(new GroupNode(LineLevels.Legend(lines.Floor, (level, sample) => sample with { Stroke = LineLevels.Shade(level) })) { Placement = new(0, stack.Y - 8) });
        stack.Reach(LineLevels.LegendWidth(lines.Floor));
        return stack.ToScene(stack.Y + 8);
    }

    private static string Description(AttentionMap[] maps, WeightLines lines)
    {
        var parts = maps.GroupBy(m => m.Head.Kind).Select(k => $"{SheetWords.NameOf(k.Key)}: {k.Select(m => m.Head.Layer).Distinct().Count()} layers, {k.Count()} heads");
        return $"{FigureNumber.Count(lines.Drawn.Length)} lines of {maps.Length} heads. {string.Join(". ", parts)}.";
    }
}

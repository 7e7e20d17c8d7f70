using System.Collections.Immutable;
using IzzyViz.Analysis.Statistics.Patterns;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures.Views;

namespace IzzyViz.SiteGen.Figures.Evolution;

internal sealed record RoleMapOptions
{
    public static readonly RoleMapOptions Default = new();

    public string Slug { get; init; } = "role-map";

    public string Title { get; init; } = "Attention by the role of the key";

    /// <summary>What the means are over: "4 examples of reviews/negation".</summary>
    public string Over { get; init; } = "the examples";

    public Func<HeadAddress, string>? LinkOf { get; init; }
}

/// <summary>What the keys are to the tokens that attend to them, head by head: maps of different texts made comparable by the roles of their cells.</summary>
internal static class RoleMapFigure
{
    private const double Names = 56;
    private const double Width = 420;
    private const double BetweenLayers = 7;

    /// <param name="heads">Of one kind of attention.</param>
    public static Figure Draw(ImmutableArray<RoleShares> heads, RoleMapOptions options) => new()
    {
        Slug = options.Slug,
        Title = options.Title,
        Description = Description(heads, options),
        HowToRead = "Each bar is a head; its parts are the shares of its weight by what a key is to the token that attends. Hues are patterns, shades of the scale are mere distance.",
        Legend = $"Means over {options.Over}; each example and each attending token that is not special counts the same. Every key has one role, the first of the list that fits.",
        Scene = Compose(heads, options),
    };

    private static Scene Compose(ImmutableArray<RoleShares> heads, RoleMapOptions options)
    {
        var roles = Enumerable.Range(0, RoleIndex.Count).Where(r => heads.Any(h => h.Shares[r] >= 0.0005)).Select(r => ((KeyRole)r, PatternClass.NameOf((KeyRole)r)));
        var (key, keyHeight) = HeadColors.Key(roles.Select(r => (r.Item2, RoleColors.Of(r.Item1))), Names + Width);
        var height = BarHeight(heads.Length);
        var rows = Rows(heads, height, keyHeight + 10);
        var bottom = rows[^1].Y + height;
        return new(Names + Width + 8, bottom + 22,
        [
            new GroupNode(key),
            new GroupNode([.. RoleColors.Draw(rows.SelectMany(r => RoleColors.Bar(r.Head.Shares, new(Names, r.Y, Width, height - 1))))]) { IsCrisp = true },
            new GroupNode([.. Labels(rows, height)]) { Style = TextStyle.Note, Fill = Paint.Muted },
            new GroupNode([.. Ticks(bottom)]) { Style = TextStyle.Note, Fill = Paint.Muted },
            .. options.LinkOf is { } linkOf && height >= 5 ? rows.Select(r => Link(r, linkOf, height)) : [],
        ]);
    }

    private static double BarHeight(int heads) => heads switch { <= 16 => 17, <= 48 => 14, <= 160 => 7, _ => 3 };

    private static (RoleShares Head, double Y)[] Rows(ImmutableArray<RoleShares> heads, double height, double top)
    {
        var (y, layer) = (top, heads[0].Head.Layer);
        return [.. heads.Select(h =>
        {
            y += h.Head.Layer == layer ? 0 : BetweenLayers;
            (layer, var at) = (h.Head.Layer, y);
            y += height;
            return (h, at);
        })];
    }

    private static IEnumerable<SceneNode> Labels((RoleShares Head, double Y)[] rows, double height) => height >= 13
        ? rows.Select(r => Name(r.Head.Head.Short, r.Y + (height / 2)))
        : rows.GroupBy(r => r.Head.Head.Layer).Select(g => Name($"L{g.Key}", (g.First().Y + g.Last().Y + height) / 2));

    private static TextNode Name(string text, double middle) => new(new(Names - 8, middle + TextStyle.Note.HalfCapital), text) { Anchor = TextAnchor.End };

    private static IEnumerable<SceneNode> Ticks(double bottom) => Enumerable.Range(0, 5).Select(i =>
        new TextNode(new(Names + (i * Width / 4), bottom + 15), FigureNumber.PerCent(i / 4.0)) { Anchor = i == 0 ? TextAnchor.Start : i == 4 ? TextAnchor.End : TextAnchor.Middle });

    private static LinkNode Link((RoleShares Head, double Y) row, Func<HeadAddress, string> linkOf, double height) =>
        new(linkOf(row.Head.Head), $"Head {row.Head.Head.Short}", [new RectNode(new(Names, row.Y, Width, height)) { Fill = Paint.Clear, Title = Words(row.Head) }]);

    private static string Words(RoleShares head)
    {
        var most = head.Shares.Index().OrderByDescending(s => s.Item).Take(3).Where(s => s.Item >= 0.005).Select(s => $"{PatternClass.NameOf((KeyRole)s.Index)} {FigureNumber.PerCent(s.Item)}");
        return $"{head.Head.Short}: {string.Join(", ", most)}";
    }

    private static string Description(ImmutableArray<RoleShares> heads, RoleMapOptions options)
    {
        var classes = heads.GroupBy(h => PatternClass.NameOf(h.Shares.AsSpan()), StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal);
        return $"{heads.Length} heads by the role of the keys, means over {options.Over}. Their main pattern: {string.Join(", ", classes.Select(c => $"{c.Key} ({c.Count()})"))}.";
    }
}

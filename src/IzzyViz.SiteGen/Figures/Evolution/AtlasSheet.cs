using System.Collections.Immutable;
using IzzyViz.Analysis.Statistics.Patterns;
using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Figures.Evolution;

/// <summary>The plane with its dots, and the list of groups beside it.</summary>
internal sealed class AtlasSheet
{
    private const double Plane = 460;
    private const double Margin = 30;
    private const double Between = 26;
    private const double List = 270;
    private const double Entry = 58;
    private readonly HeadAtlas _atlas;
    private readonly HeadAtlasOptions _options;
    private readonly ImmutableArray<int> _groups;
    private readonly ImmutableArray<ScenePoint> _dots;
    private readonly double _height;

    public AtlasSheet(HeadAtlas atlas, HeadAtlasOptions options)
    {
        (_atlas, _options) = (atlas, options);
        _groups = [.. Enumerable.Range(0, atlas.Heads.Length).Select(atlas.GroupOf)];
        var points = atlas.Places.Points;
        var (left, top) = (points.Min(p => p.X), points.Min(p => p.Y));
        var span = Math.Max(points.Max(p => p.X) - left, points.Max(p => p.Y) - top);
        var scale = span > 1e-9 ? (Plane - (2 * Margin)) / span : 0;
        _height = Math.Max(((points.Max(p => p.Y) - top) * scale) + (2 * Margin), (atlas.Groups.Length + 1) * Entry);
        var shift = (_height - ((points.Max(p => p.Y) - top) * scale)) / 2;
        _dots = [.. points.Select(p => new ScenePoint(Margin + ((p.X - left) * scale), shift + ((p.Y - top) * scale)))];
    }

    private double Radius => _atlas.Heads.Length switch { <= 48 => 5.5, <= 160 => 4, _ => 2.5 };

    public Scene Compose() => new(Plane + Between + List, _height,
    [
        new RectNode(new(0.5, 0.5, Plane - 1, _height - 1)) { Stroke = Paint.Rule },
        new GroupNode([.. Dots()]),
        new GroupNode([.. Names()]) { Style = TextStyle.Note },
        new GroupNode([.. _atlas.Groups.SelectMany(Entries), .. Others()]) { Placement = new(Plane + Between, 0) },
    ]);

    private IEnumerable<SceneNode> Dots() => _options.LinkOf is { } linkOf
        ? _dots.Select((dot, head) => new LinkNode(linkOf(_atlas.Heads[head].Head), $"Head {NameOf(head)}", [Dot(dot, head)]) { Data = [new("layer", _atlas.Heads[head].Head.Layer), new("head", _atlas.Heads[head].Head.Head)] })
        : _dots.Select((dot, head) => (SceneNode)Dot(dot, head));

    private CircleNode Dot(ScenePoint at, int head) => new(at, Radius)
    {
        Fill = _groups[head] < 0 ? Paint.Muted : Paint.Category(_groups[head]),
        Title = $"{NameOf(head)}, {PatternClass.NameOf(_atlas.Heads[head].Shares.AsSpan())}",
        Opacity = 0.9,
    };

    private string NameOf(int head) => _atlas.Heads[head].Head.Short;

    // Medoids first: where names would touch, the head that stands for its group keeps its own.
    private IEnumerable<SceneNode> Names()
    {
        var placer = new LabelPlacer(new(2, 2, Plane - 4, _height - 4), _dots, Radius);
        var medoids = _atlas.Groups.Select(g => g.Medoid).ToHashSet();
        foreach (var head in Enumerable.Range(0, _dots.Length).OrderByDescending(medoids.Contains).ThenBy(h => h))
        {
            if (placer.Place(_dots[head], TextMeasure.Width(NameOf(head), TextStyle.Note), TextStyle.Note) is { } at)
            {
                yield return new TextNode(at, NameOf(head)) { Fill = medoids.Contains(head) ? Paint.None : Paint.Muted };
            }
        }
    }

    private IEnumerable<SceneNode> Entries(HeadGroup group, int index)
    {
        var y = index * Entry;
        yield return new CircleNode(new(6, y + 9), 5.5) { Fill = Paint.Category(index) };
        yield return new TextNode(new(18, y + 13), TextMeasure.Cut(group.Name, TextStyle.Label.Strong, List - 18)) { Style = TextStyle.Label.Strong };
        yield return new TextNode(new(0, y + 29), Words(group.Heads)) { Style = TextStyle.Note, Fill = Paint.Muted };
        yield return new GroupNode([.. RoleColors.Draw(RoleColors.Bar(group.Shares, new(0, y + 36, List, 8)))]) { IsCrisp = true };
    }

    private IEnumerable<SceneNode> Others()
    {
        var y = _atlas.Groups.Length * Entry;
        if (_atlas.Alone.Length > 0)
        {
            yield return new CircleNode(new(6, y + 9), 5.5) { Fill = Paint.Muted };
            yield return new TextNode(new(18, y + 13), "in none of these groups") { Style = TextStyle.Label.Strong };
            yield return new TextNode(new(0, y + 29), Words(_atlas.Alone)) { Style = TextStyle.Note, Fill = Paint.Muted };
        }
    }

    private string Words(ImmutableArray<int> heads) =>
        TextMeasure.Cut($"{heads.Length} {(heads.Length == 1 ? "head" : "heads")}: {string.Join(" ", heads.Take(40).Select(NameOf))}", TextStyle.Note, List);
}

using System.Collections.Immutable;

namespace IzzyViz.SiteGen.Drawing;

/// <summary>A closed family: the nodes below are all there are, and the writer knows each.</summary>
internal abstract record SceneNode
{
    private protected SceneNode()
    {
    }

    public Paint Fill { get; init; } = Paint.None;

    public Paint Stroke { get; init; } = Paint.None;

    public double StrokeWidth { get; init; } = 1;

    /// <summary>1 hides what lies below; of a group, that of all its children taken as one picture.</summary>
    public double Opacity { get; init; } = 1;

    /// <summary>Shown on hover and read aloud; null for none.</summary>
    public string? Title { get; init; }

    /// <summary>Numbers a script in the page may want; left out of files that stand alone.</summary>
    public ImmutableArray<SceneDatum> Data { get; init; } = [];
}

/// <summary>Written as <c>data-NAME="1 2 3"</c>.</summary>
internal readonly record struct SceneDatum(string Name, ImmutableArray<double> Values)
{
    public SceneDatum(string name, double value)
        : this(name, [value])
    {
    }

    /// <summary>All digits of the numbers, which elsewhere are rounded like coordinates.</summary>
    public bool IsExact { get; init; }
}

/// <summary>Text style, fill and stroke hold for children that state none.</summary>
internal sealed record GroupNode(ImmutableArray<SceneNode> Children) : SceneNode
{
    public Placement? Placement { get; init; }

    public TextStyle? Style { get; init; }

    /// <summary>Edges fall on whole pixels, so that neighbouring cells leave no seam.</summary>
    public bool IsCrisp { get; init; }
}

internal sealed record RectNode(SceneRect Box) : SceneNode
{
    public double Radius { get; init; }
}

internal sealed record LineNode(ScenePoint From, ScenePoint To) : SceneNode;

internal sealed record CircleNode(ScenePoint Centre, double Radius) : SceneNode;

internal sealed record PathNode(ImmutableArray<PathStep> Steps) : SceneNode
{
    /// <summary>Lines end in half circles.</summary>
    public bool IsRound { get; init; }
}

/// <summary>Many boxes of one colour in one element: cells of one level, or the lines of a grid.</summary>
internal sealed record TilesNode(ImmutableArray<SceneRect> Boxes) : SceneNode;

/// <summary>Many dots of one size and colour in one element.</summary>
internal sealed record DotsNode(ImmutableArray<ScenePoint> Centres, double Radius) : SceneNode;

internal sealed record TextNode(ScenePoint At, string Text) : SceneNode
{
    /// <summary>Null for the group's.</summary>
    public TextStyle? Style { get; init; }

    public TextAnchor Anchor { get; init; }

    /// <summary>Turned about <see cref="At"/>, clockwise.</summary>
    public double Degrees { get; init; }
}

/// <summary>Children lead to an address relative to the page. A file that stands alone has no page, and shows the children only.</summary>
internal sealed record LinkNode(string Href, string Label, ImmutableArray<SceneNode> Children) : SceneNode;

/// <summary>Shapes drawn nowhere by themselves, but wherever a <see cref="UseNode"/> names them.</summary>
internal sealed record DefineNode(string Name, ImmutableArray<SceneNode> Children) : SceneNode;

internal sealed record UseNode(string Name, ScenePoint At) : SceneNode;

using System.Collections.Immutable;
using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Figures;

/// <summary>The parts of a figure in the making, one below the other.</summary>
internal sealed class FigureStack
{
    private const double TitleHeight = 20;
    private readonly ImmutableArray<SceneNode>.Builder _nodes = ImmutableArray.CreateBuilder<SceneNode>();

    /// <summary>Of the widest part so far.</summary>
    public double Width { get; private set; }

    /// <summary>Where the next part begins.</summary>
    public double Y { get; set; }

    public void AddTitle(string text)
    {
        _nodes.Add(new TextNode(new(0, Y + 12), text) { Style = TextStyle.Label.Strong });
        Reach(TextMeasure.Width(text, TextStyle.Label.Strong));
        Y += TitleHeight;
    }

    public void Add(params IEnumerable<SceneNode> nodes) => _nodes.AddRange(nodes);

    /// <summary>Makes the figure at least so wide.</summary>
    public void Reach(double width) => Width = Math.Max(Width, width);

    public Scene ToScene(double height) => new(Width, height, _nodes.ToImmutable());
}

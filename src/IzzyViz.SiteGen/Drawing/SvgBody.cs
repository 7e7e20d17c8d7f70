using System.Collections.Immutable;
using System.Text;

namespace IzzyViz.SiteGen.Drawing;

/// <summary>The elements of one picture, and what they turned out to need: colours, the hatch.</summary>
internal sealed class SvgBody
{
    private readonly StringBuilder _text;
    private readonly SvgAttributes _attributes;
    private readonly SvgMode _mode;
    private readonly string _prefix;

    public SvgBody(SvgMode mode, string prefix)
    {
        (_mode, _prefix, _text) = (mode, prefix, new());
        _attributes = new(_text, mode, prefix);
    }

    public IReadOnlySet<string> Colors => _attributes.Colors;

    public SvgGradients Gradients => _attributes.Gradients;

    public bool HasHatch => _attributes.HasHatch;

    public int Length => _text.Length;

    public StringBuilder AppendTo(StringBuilder target) => target.Append(_text);

    public void Write(ImmutableArray<SceneNode> nodes)
    {
        foreach (var node in nodes)
        {
            Write(node);
        }
    }

    private void Write(SceneNode node)
    {
        switch (node)
        {
            case GroupNode group: WriteGroup(group); break;
            case LinkNode link: WriteLink(link); break;
            case TextNode text: WriteText(text); break;
            case RectNode rect: WriteRect(rect); break;
            case LineNode line: WriteLine(line); break;
            case CircleNode circle: WriteCircle(circle); break;
            case PathNode path: WritePath(path, SvgPath.Of(path.Steps)); break;
            case TilesNode tiles: WritePath(tiles, SvgPath.Of(tiles.Boxes)); break;
            case DotsNode dots: WriteDots(dots); break;
            case DefineNode define: WriteDefinition(define); break;
            case UseNode use: WriteUse(use); break;
        }
    }

    private void WriteGroup(GroupNode group)
    {
        _attributes.Open("g", group, group.IsCrisp ? "z" : null, group.Style is { IsStrong: true } ? "b" : null);
        if (group.Style is { } style)
        {
            _attributes.Number("font-size", style.Size);
        }

        if (group.Placement is { } placement)
        {
            _text.Append(" transform=\"translate(").AppendNumber(placement.X).AppendNext(SvgNumber.Hundredths(placement.Y)).Append(')');
            _attributes.Transform("rotate", placement.Degrees, 0);
            _attributes.Transform("scale", placement.Scale, 1);
            _text.Append('"');
        }

        CloseWith(group, "g", () => Write(group.Children));
    }

    private void WriteLink(LinkNode link)
    {
        if (_mode == SvgMode.Standalone)
        {
            Write(link.Children);
            return;
        }

        _text.Append("<a href=\"").AppendEscaped(link.Href).Append("\" aria-label=\"").AppendEscaped(link.Label).Append('"');
        _attributes.Data(link.Data);
        _text.Append('>');
        Write(link.Children);
        _text.Append("</a>\n");
    }

    private void WriteText(TextNode node)
    {
        var isRightToLeft = TextClass.IsRightToLeft(node.Text);
        _attributes.Open("text", node, node.Style is { IsStrong: true } ? "b" : null, isRightToLeft ? "r" : null);
        Position(node);
        if (node.Style is { } style)
        {
            _attributes.Number("font-size", style.Size);
        }

        // In text from right to left "start" is the right end; the anchor names a side of the canvas.
        var anchor = isRightToLeft ? (TextAnchor)(TextAnchor.End - node.Anchor) : node.Anchor;
        _text.Append(anchor switch { TextAnchor.Middle => " text-anchor=\"middle\"", TextAnchor.End => " text-anchor=\"end\"", _ => "" });
        CloseWith(node, "text", () => _text.AppendEscaped(node.Text));
    }

    private void Position(TextNode node)
    {
        if (node.Degrees == 0)
        {
            _attributes.Number("x", node.At.X);
            _attributes.Number("y", node.At.Y);
            return;
        }

        _text.Append(" transform=\"translate(").AppendNumber(node.At.X).AppendNext(SvgNumber.Hundredths(node.At.Y)).Append(')');
        _attributes.Transform("rotate", node.Degrees, 0);
        _text.Append('"');
    }

    private void WriteRect(RectNode node)
    {
        _attributes.Open("rect", node);
        _attributes.Number("x", node.Box.X);
        _attributes.Number("y", node.Box.Y);
        _attributes.Number("width", node.Box.Width);
        _attributes.Number("height", node.Box.Height);
        if (node.Radius > 0)
        {
            _attributes.Number("rx", node.Radius);
        }

        CloseWith(node, "rect");
    }

    private void WriteLine(LineNode node)
    {
        _attributes.Open("line", node);
        _attributes.Number("x1", node.From.X);
        _attributes.Number("y1", node.From.Y);
        _attributes.Number("x2", node.To.X);
        _attributes.Number("y2", node.To.Y);
        CloseWith(node, "line");
    }

    private void WriteCircle(CircleNode node)
    {
        _attributes.Open("circle", node);
        _attributes.Number("cx", node.Centre.X);
        _attributes.Number("cy", node.Centre.Y);
        _attributes.Number("r", node.Radius);
        CloseWith(node, "circle");
    }

    private void WritePath(SceneNode node, string data)
    {
        if (data.Length > 0)
        {
            _attributes.Open("path", node, node is PathNode { IsRound: true } ? "o" : null);
            _text.Append(" d=\"").Append(data).Append('"');
            CloseWith(node, "path");
        }
    }

    // A line of no length with round ends is a dot.
    private void WriteDots(DotsNode node)
    {
        var steps = node.Centres.SelectMany(c => new[] { new PathStep(PathVerb.Move, c), new PathStep(PathVerb.Line, c) });
        WritePath(new PathNode([.. steps]) { Stroke = node.Fill, StrokeWidth = 2 * node.Radius, IsRound = true, Title = node.Title, Opacity = node.Opacity }, SvgPath.Of([.. steps]));
    }

    private void WriteDefinition(DefineNode node)
    {
        _text.Append("<defs><g id=\"").Append(_prefix).Append('-').Append(node.Name).Append("\">\n");
        Write(node.Children);
        _text.Append("</g></defs>\n");
    }

    private void WriteUse(UseNode node)
    {
        _attributes.Open("use", node);
        _text.Append(" href=\"#").Append(_prefix).Append('-').Append(node.Name).Append('"');
        _attributes.Number("x", node.At.X);
        _attributes.Number("y", node.At.Y);
        CloseWith(node, "use");
    }

    private void CloseWith(SceneNode node, string tag, Action? content = null)
    {
        if (content is null && node.Title is null)
        {
            _text.Append("/>\n");
            return;
        }

        _text.Append('>');
        if (node.Title is { } title)
        {
            _text.Append("<title>").AppendEscaped(title).Append("</title>");
        }

        content?.Invoke();
        _text.Append("</").Append(tag).Append(">\n");
    }
}

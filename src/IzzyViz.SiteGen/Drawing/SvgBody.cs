using System.Collections.Immutable;
using System.Text;

namespace IzzyViz.SiteGen.Drawing;

/// <summary>The elements of one picture, and what they turned out to need: colours, the hatch.</summary>
internal sealed class SvgBody(SvgMode mode, string prefix)
{
    private readonly StringBuilder _text = new();
    private readonly HashSet<string> _colors = ["ink", "paper"];
    private readonly List<string> _classes = [];

    public IReadOnlySet<string> Colors => _colors;

    public bool HasHatch { get; private set; }

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
        Open("g", group, group.IsCrisp ? "z" : null, group.Style is { IsStrong: true } ? "b" : null);
        if (group.Style is { } style)
        {
            Number("font-size", style.Size);
        }

        if (group.Placement is { } placement)
        {
            _text.Append(" transform=\"translate(").AppendNumber(placement.X).AppendNext(SvgNumber.Hundredths(placement.Y)).Append(')');
            Transform("rotate", placement.Degrees, 0);
            Transform("scale", placement.Scale, 1);
            _text.Append('"');
        }

        CloseWith(group, "g", () => Write(group.Children));
    }

    private void Transform(string name, double value, double neutral)
    {
        if (value != neutral)
        {
            _text.Append(name).Append('(').AppendNumber(value).Append(')');
        }
    }

    private void WriteLink(LinkNode link)
    {
        if (mode == SvgMode.Standalone)
        {
            Write(link.Children);
            return;
        }

        _text.Append("<a href=\"").AppendEscaped(link.Href).Append("\" aria-label=\"").AppendEscaped(link.Label).Append('"');
        Data(link.Data);
        _text.Append('>');
        Write(link.Children);
        _text.Append("</a>\n");
    }

    private void WriteText(TextNode node)
    {
        var isRightToLeft = TextClass.IsRightToLeft(node.Text);
        Open("text", node, node.Style is { IsStrong: true } ? "b" : null, isRightToLeft ? "r" : null);
        Position(node);
        if (node.Style is { } style)
        {
            Number("font-size", style.Size);
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
            Number("x", node.At.X);
            Number("y", node.At.Y);
            return;
        }

        _text.Append(" transform=\"translate(").AppendNumber(node.At.X).AppendNext(SvgNumber.Hundredths(node.At.Y)).Append(')');
        Transform("rotate", node.Degrees, 0);
        _text.Append('"');
    }

    private void WriteRect(RectNode node)
    {
        Open("rect", node);
        Number("x", node.Box.X);
        Number("y", node.Box.Y);
        Number("width", node.Box.Width);
        Number("height", node.Box.Height);
        if (node.Radius > 0)
        {
            Number("rx", node.Radius);
        }

        CloseWith(node, "rect");
    }

    private void WriteLine(LineNode node)
    {
        Open("line", node);
        Number("x1", node.From.X);
        Number("y1", node.From.Y);
        Number("x2", node.To.X);
        Number("y2", node.To.Y);
        CloseWith(node, "line");
    }

    private void WriteCircle(CircleNode node)
    {
        Open("circle", node);
        Number("cx", node.Centre.X);
        Number("cy", node.Centre.Y);
        Number("r", node.Radius);
        CloseWith(node, "circle");
    }

    private void WritePath(SceneNode node, string data)
    {
        if (data.Length > 0)
        {
            Open("path", node, node is PathNode { IsRound: true } ? "o" : null);
            _text.Append(" d=\"").Append(data).Append('"');
            CloseWith(node, "path");
        }
    }

    // A line of no length with round ends is a dot.
    private void WriteDots(DotsNode node)
    {
        var steps = node.Centres.SelectMany(c => new[] { new PathStep(PathVerb.Move, c), new PathStep(PathVerb.Line, c) });
        WritePath(new PathNode([.. steps]) { Stroke = node.Fill, StrokeWidth = 2 * node.Radius, IsRound = true, Title = node.Title }, SvgPath.Of([.. steps]));
    }

    private void WriteDefinition(DefineNode node)
    {
        _text.Append("<defs><g id=\"").Append(prefix).Append('-').Append(node.Name).Append("\">\n");
        Write(node.Children);
        _text.Append("</g></defs>\n");
    }

    private void WriteUse(UseNode node)
    {
        Open("use", node);
        _text.Append(" href=\"#").Append(prefix).Append('-').Append(node.Name).Append('"');
        Number("x", node.At.X);
        Number("y", node.At.Y);
        CloseWith(node, "use");
    }

    private void Open(string tag, SceneNode node, params ReadOnlySpan<string?> classes)
    {
        _text.Append('<').Append(tag);
        _classes.Clear();
        Color("f-", node.Fill);
        Color("s-", node.Stroke);
        _classes.AddRange(classes.ToArray().OfType<string>());
        if (_classes.Count > 0)
        {
            _text.Append(" class=\"").AppendJoin(' ', _classes).Append('"');
        }

        FillAndWidth(node);
        Data(node.Data);
    }

    private void Color(string kind, Paint paint)
    {
        if (ThemeVariables.NameOf(paint) is { } name)
        {
            _colors.Add(name);
            _classes.Add(kind + name);
        }
    }

    private void FillAndWidth(SceneNode node)
    {
        if (node.Fill == Paint.Hatch)
        {
            HasHatch = true;
            _colors.Add("rule");
            _text.Append(" fill=\"url(#").Append(prefix).Append("-h)\"");
        }
        else if (node.Fill == Paint.Clear)
        {
            _text.Append(" fill=\"transparent\"");
        }
        else if (node.Fill == Paint.None && node.Stroke != Paint.None && node is not (GroupNode or LineNode))
        {
            _text.Append(" fill=\"none\"");
        }

        if (node.Stroke != Paint.None && node.StrokeWidth != 1)
        {
            Number("stroke-width", node.StrokeWidth);
        }
    }

    private void Number(string name, double value) => _text.Append(' ').Append(name).Append("=\"").AppendNumber(value).Append('"');

    private void Data(ImmutableArray<SceneDatum> data)
    {
        foreach (var datum in mode == SvgMode.Inline ? data : [])
        {
            _text.Append(" data-").Append(datum.Name).Append("=\"");
            for (var i = 0; i < datum.Values.Length; i++)
            {
                (i == 0 ? _text : _text.Append(' ')).AppendNumber(datum.Values[i]);
            }

            _text.Append('"');
        }
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

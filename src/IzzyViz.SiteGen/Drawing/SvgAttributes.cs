using System.Collections.Immutable;
using System.Text;

namespace IzzyViz.SiteGen.Drawing;

/// <summary>Opening tags with what all elements share: classes, fill, stroke and data. Remembers the colours it was asked for.</summary>
internal sealed class SvgAttributes(StringBuilder text, SvgMode mode, string prefix)
{
    private readonly HashSet<string> _colors = ["ink", "paper"];
    private readonly List<string> _classes = [];
    private readonly SvgGradients _gradients = new(prefix);

    public IReadOnlySet<string> Colors => _colors;

    public SvgGradients Gradients => _gradients;

    public bool HasHatch { get; private set; }

    public void Open(string tag, SceneNode node, params ReadOnlySpan<string?> classes)
    {
        text.Append('<').Append(tag);
        _classes.Clear();
        Color("f-", node.Fill);
        Color("s-", node.Stroke);
        _classes.AddRange(classes.ToArray().OfType<string>());
        if (_classes.Count > 0)
        {
            text.Append(" class=\"").AppendJoin(' ', _classes).Append('"');
        }

        Exactly("fill", node.Fill);
        Exactly("stroke", node.Stroke);
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

    // What no class can say: a colour of its own, or a gradient.
    private void Exactly(string attribute, Paint paint)
    {
        if (paint.Role == PaintRole.Fixed)
        {
            text.Append(' ').Append(attribute).Append("=\"").Append(Rgb.FromInt(paint.Index).Hex).Append('"');
        }
        else if (paint.IsGradient)
        {
            text.Append(' ').Append(attribute).Append("=\"url(#").Append(_gradients.IdOf(paint)).Append(")\"");
        }
    }

    private void FillAndWidth(SceneNode node)
    {
        if (node.Fill == Paint.Hatch)
        {
            HasHatch = true;
            _colors.Add("rule");
            text.Append(" fill=\"url(#").Append(prefix).Append("-h)\"");
        }
        else if (node.Fill == Paint.Clear)
        {
            text.Append(" fill=\"transparent\"");
        }
        else if (node.Fill == Paint.None && node.Stroke != Paint.None && node is not (GroupNode or LineNode))
        {
            text.Append(" fill=\"none\"");
        }

        if (node.Stroke != Paint.None && node.StrokeWidth != 1)
        {
            Number("stroke-width", node.StrokeWidth);
        }

        if (node.Opacity != 1)
        {
            Number("opacity", node.Opacity);
        }
    }

    public void Number(string name, double value) => text.Append(' ').Append(name).Append("=\"").AppendNumber(value).Append('"');

    public void Transform(string name, double value, double neutral)
    {
        if (value != neutral)
        {
            text.Append(name).Append('(').AppendNumber(value).Append(')');
        }
    }

    public void Data(ImmutableArray<SceneDatum> data)
    {
        // What is exact was asked for; the rest is for scripts, which only pages have.
        foreach (var datum in mode == SvgMode.Inline ? data : data.Where(d => d.IsExact))
        {
            text.Append(" data-").Append(datum.Name).Append("=\"");
            for (var i = 0; i < datum.Values.Length; i++)
            {
                _ = i == 0 ? text : text.Append(' ');
                _ = datum.IsExact ? text.Append(datum.Values[i]) : text.AppendNumber(datum.Values[i]);
            }

            text.Append('"');
        }
    }
}

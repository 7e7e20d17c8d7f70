using System.Text;

namespace IzzyViz.SiteGen.Drawing;

/// <summary>The radial gradients of one picture, each defined once, in the order in which they were first asked for.</summary>
internal sealed class SvgGradients(string prefix)
{
    private readonly Dictionary<Paint, string> _ids = [];
    private readonly List<Paint> _inOrder = [];

    /// <summary>Names of the colours at the stops that follow the theme.</summary>
    public IEnumerable<string> Colors => _inOrder.SelectMany(p => new[] { p.Stops.Centre, p.Stops.Rim }).Select(ThemeVariables.NameOf).OfType<string>();

    public string IdOf(Paint gradient)
    {
        if (!_ids.TryGetValue(gradient, out var id))
        {
            id = $"{prefix}-g{_inOrder.Count}";
            _ids.Add(gradient, id);
            _inOrder.Add(gradient);
        }

        return id;
    }

    public void AppendTo(StringBuilder text)
    {
        foreach (var gradient in _inOrder)
        {
            text.Append("<radialGradient id=\"").Append(_ids[gradient]).Append("\">");
            AppendStop(text, "0", gradient.Stops.Centre);
            AppendStop(text, "1", gradient.Stops.Rim);
            text.Append("</radialGradient>\n");
        }
    }

    private static void AppendStop(StringBuilder text, string offset, Paint paint)
    {
        text.Append("<stop offset=\"").Append(offset);
        text.Append(ThemeVariables.NameOf(paint) is { } name ? $"\" class=\"g-{name}\"/>" : $"\" stop-color=\"{Rgb.FromInt(paint.Index).Hex}\"/>");
    }
}

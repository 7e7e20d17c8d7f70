using System.Collections.Immutable;
using System.Text;

namespace IzzyViz.SiteGen.Drawing;

/// <summary>Scenes to SVG. With <see cref="SvgBody"/> and <see cref="SvgAttributes"/> the only place that knows tags, escaping and number format.</summary>
internal static class SvgWriter
{
    // A hatch of one-pixel lines, 45° up; two lines make the pattern seamless.
    private const string HatchTile = "M-1 1l2-2M0 6l6-6M5 7l2-2";

    public static string Write(SvgDocument document, SvgMode mode)
    {
        var prefix = IdOf(document.IdPrefix);
        var body = new SvgBody(mode, prefix);
        body.Write(document.Scene.Nodes);
        var text = new StringBuilder(body.Length + 4096);
        Open(text, document, mode, prefix);
        text.Append("<title id=\"").Append(prefix).Append("-t\">").AppendEscaped(document.Title).Append("</title>");
        text.Append("<desc id=\"").Append(prefix).Append("-d\">").AppendEscaped(document.Description).Append("</desc>\n");
        if (mode == SvgMode.Standalone)
        {
            text.Append("<style>\n").Append(FigureStyles.ForFile(body.Colors, body.Gradients.Colors.ToHashSet(StringComparer.Ordinal))).Append("</style>\n<rect class=\"f-paper\" width=\"100%\" height=\"100%\"/>\n");
        }

        AppendHatch(text, body, prefix);
        body.Gradients.AppendTo(text);
        return body.AppendTo(text).Append("</svg>\n").ToString();
    }

    private static void Open(StringBuilder text, SvgDocument document, SvgMode mode, string prefix)
    {
        var (width, height) = (Math.Ceiling(document.Scene.Width), Math.Ceiling(document.Scene.Height));
        text.Append(mode == SvgMode.Standalone ? "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"izv\"" : "<svg class=\"izv\"");
        text.Append(" width=\"").AppendNumber(width).Append("\" height=\"").AppendNumber(height);
        text.Append("\" viewBox=\"0 0 ").AppendNumber(width).Append(' ').AppendNumber(height);

        // An image hides its children from screen readers; a picture with links in it must not.
        text.Append(mode == SvgMode.Inline && HasLinks(document.Scene.Nodes) ? "\" role=\"group\"" : "\" role=\"img\"");
        text.Append(" aria-labelledby=\"").Append(prefix).Append("-t\" aria-describedby=\"").Append(prefix).Append("-d\">\n");
    }

    private static void AppendHatch(StringBuilder text, SvgBody body, string prefix)
    {
        if (body.HasHatch)
        {
            text.Append("<defs><pattern id=\"").Append(prefix).Append("-h\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">");
            text.Append("<rect class=\"f-paper\" width=\"6\" height=\"6\"/><path class=\"s-rule\" d=\"").Append(HatchTile).Append("\"/></pattern></defs>\n");
        }
    }

    private static bool HasLinks(ImmutableArray<SceneNode> nodes) =>
        nodes.Any(n => n is LinkNode || (n is GroupNode group && HasLinks(group.Children)));

    private static string IdOf(string prefix) =>
        "f-" + string.Concat(prefix.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '-'));
}

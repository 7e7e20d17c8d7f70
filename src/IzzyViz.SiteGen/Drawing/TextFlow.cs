using System.Collections.Immutable;

namespace IzzyViz.SiteGen.Drawing;

/// <summary>Sentences set in lines of a given width.</summary>
internal static class TextFlow
{
    public static ImmutableArray<string> Lines(string text, TextStyle style, double width)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && TextMeasure.Width(longer, style) > width)
            {
                lines.Add(line);
                longer = word;
            }

            line = longer;
        }

        lines.Add(line);
        return lines.ToImmutable();
    }

    /// <summary>Lines from the baseline of the first, left-aligned.</summary>
    public static IEnumerable<SceneNode> Paragraph(ImmutableArray<string> lines, ScenePoint first, TextStyle style, Paint paint) =>
        lines.Select((line, i) => new TextNode(first with { Y = first.Y + (i * style.LineHeight) }, line) { Style = style, Fill = paint });
}

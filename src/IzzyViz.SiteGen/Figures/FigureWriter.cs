using System.Collections.Immutable;
using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Figures;

/// <summary>Figures to SVG text: for a page, which sets title and legend itself, or as a file that says what it is.</summary>
internal static class FigureWriter
{
    private const double Margin = 16;
    private static readonly TextStyle Caption = TextStyle.Note;

    /// <param name="idPrefix">Keeps ids apart where one page shows several figures of one slug; the slug if null.</param>
    public static string Inline(Figure figure, string? idPrefix = null) =>
        SvgWriter.Write(new(figure.Scene, figure.Title, figure.Description, idPrefix ?? figure.Slug), SvgMode.Inline);

    /// <param name="millimetres">How wide it is on paper; null for a pixel of a screen a unit.</param>
    public static string Standalone(Figure figure, Theme theme = Theme.Auto, double? millimetres = null) => SvgWriter.Write(
        new(Sheet(figure), figure.Title, figure.Description, figure.Slug) { Theme = theme, Millimetres = millimetres }, SvgMode.Standalone);

    /// <summary>The picture with its title above and its legend below, as every kind of file shows it.</summary>
    public static Scene Sheet(Figure figure)
    {
        var width = Math.Max(figure.Scene.Width, 320);
        var title = TextFlow.Lines(figure.Title, TextStyle.Heading, width);
        var caption = TextFlow.Lines($"{figure.Legend} {figure.HowToRead}", Caption, width);
        var top = Margin + (title.Length * TextStyle.Heading.LineHeight) + 8;
        var bottom = top + figure.Scene.Height + 12;
        ImmutableArray<SceneNode> nodes =
        [
            .. TextFlow.Paragraph(title, new(Margin, Margin + TextStyle.Heading.Size), TextStyle.Heading, Paint.Ink),
            new GroupNode(figure.Scene.Nodes) { Placement = new(Margin, top) },
            .. TextFlow.Paragraph(caption, new(Margin, bottom + Caption.Size), Caption, Paint.Muted),
        ];
        return new(width + (2 * Margin), bottom + (caption.Length * Caption.LineHeight) + Margin, nodes);
    }
}

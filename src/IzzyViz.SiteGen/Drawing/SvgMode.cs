namespace IzzyViz.SiteGen.Drawing;

internal enum SvgMode
{
    /// <summary>Part of a page that has <see cref="FigureStyles.Css"/>: classes, links and data, no style of its own.</summary>
    Inline,

    /// <summary>A file: paper, style and colours for light and dark inside, no links.</summary>
    Standalone,
}

namespace IzzyViz.SiteGen.Drawing;

/// <summary>What a picture says to somebody who cannot see it, and the prefix that keeps its ids apart from those of other pictures.</summary>
internal sealed record SvgDocument(Scene Scene, string Title, string Description, string IdPrefix)
{
    /// <summary>Of a file; a picture in a page has the page's.</summary>
    public Theme Theme { get; init; }

    /// <summary>How wide a file is on paper; null for a pixel of a screen a unit.</summary>
    public double? Millimetres { get; init; }
}

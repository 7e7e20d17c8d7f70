namespace IzzyViz.SiteGen.Drawing;

/// <summary>What a picture says to somebody who cannot see it, and the prefix that keeps its ids apart from those of other pictures.</summary>
internal sealed record SvgDocument(Scene Scene, string Title, string Description, string IdPrefix);

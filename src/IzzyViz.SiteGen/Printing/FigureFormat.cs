namespace IzzyViz.SiteGen.Printing;

/// <summary>What a figure can be written as.</summary>
internal enum FigureFormat
{
    Svg,
    Pdf,
    Png,
}

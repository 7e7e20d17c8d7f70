using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Figures.Maps;

/// <summary>What does not fit between the options of a figure and its data (IZV52xx).</summary>
internal static class MapDiagnostics
{
    public static readonly DiagnosticDescriptor SplitOutside =
        new("IZV5201", Severity.Error, "{0} is {1}; these tokens can be divided after 1 to {2} of them.");

    public static readonly DiagnosticDescriptor RegionOutside =
        new("IZV5202", Severity.Error, "Region {0} does not lie in a map of {1} rows and {2} columns; give top, left, bottom and right, counted from 0.");

    public static readonly DiagnosticDescriptor NotSquare =
        new("IZV5203", Severity.Error, "This figure divides one sequence in two and needs as many rows as columns; the map has {0} and {1}.");

    public static readonly DiagnosticDescriptor TooLargeToSearch =
        new("IZV5204", Severity.Error, "The exhaustive finder compares all rectangles of at most {0} × {0} cells; this map has {1} × {2}. Use '--finder merging'.");
}

using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Manifests;

internal static class FindingOrder
{
    /// <summary>Findings about one file from its top to its end; those at one place in the order they were made.</summary>
    public static IEnumerable<Diagnostic> InOrderOfPlace(this DiagnosticBag bag) => bag.Items.OrderBy(d => d.Location.Line).ThenBy(d => d.Location.Column);
}

using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Tests.Manifests;

/// <summary>Findings as lines of text, for goldens.</summary>
internal static class Diagnosis
{
    public static string Of(DiagnosticBag bag) => Of(bag.Items);

    public static string Of(IEnumerable<Diagnostic> findings) =>
        string.Concat(findings.Select(d => $"({d.Location.Line},{d.Location.Column}) {d.Severity.ToString().ToLowerInvariant()} {d.Code}: {d.Message}\n"));
}

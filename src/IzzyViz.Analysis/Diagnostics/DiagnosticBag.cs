using System.Collections.Immutable;

namespace IzzyViz.Analysis.Diagnostics;

/// <summary>Collects findings in the order they were made. Safe to add to from several threads.</summary>
public sealed class DiagnosticBag
{
    private readonly Lock _gate = new();
    private readonly List<Diagnostic> _items = [];

    public ImmutableArray<Diagnostic> Items
    {
        get { lock (_gate) { return [.. _items]; } }
    }

    public bool HasErrors => Items.Any(d => d.Severity == Severity.Error);

    public void Add(Diagnostic diagnostic)
    {
        lock (_gate) { _items.Add(diagnostic); }
    }

    public void AddRange(IEnumerable<Diagnostic> diagnostics)
    {
        lock (_gate) { _items.AddRange(diagnostics); }
    }
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Manifests;

namespace IzzyViz.SiteGen.Planning;

/// <summary>Entries under <c>review:</c> to gates, one for each statistic that they name.</summary>
internal static class GatePlanner
{
    public static ImmutableArray<Gate> Plan(ImmutableArray<GateEntry> entries, Catalogue catalogue, DiagnosticBag bag)
    {
        var gates = ImmutableArray.CreateBuilder<Gate>();
        foreach (var entry in entries)
        {
            _ = catalogue.Slices.Named(entry.Slices, bag);
            if (entry is { Statistic: { } statistic, Change: { } change })
            {
                gates.AddRange(catalogue.Statistics.Named(statistic, bag).Select(s => new Gate(s, change.Value, entry.Slices.Value, entry.At)));
            }
        }

        return gates.ToImmutable();
    }
}

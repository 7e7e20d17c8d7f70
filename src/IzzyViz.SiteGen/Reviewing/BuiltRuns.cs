using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Reviews;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Building;

namespace IzzyViz.SiteGen.Reviewing;

/// <summary>One side of a review: the runs and gates of a build, from its site or its store.</summary>
internal sealed record BuiltRuns(ImmutableArray<RunTable> Tables, ImmutableArray<ReviewGate> Gates)
{
    /// <summary>Null with a finding where the folder is no build.</summary>
    public static BuiltRuns? Read(string folder, DiagnosticBag bag)
    {
        var data = Path.Combine(folder, SiteData.Folder);
        var gates = Path.Combine(data, SiteData.Gates);
        if (!File.Exists(gates))
        {
            bag.Add(DiffDiagnostics.NoBuild.At(folder, folder, SiteData.Folder));
            return null;
        }

        var tables = Directory.EnumerateFiles(data, "*" + SiteData.Extension, SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(f => ReadTable(f, bag))
            .OfType<RunTable>()
            .ToImmutableArray();
        return new(tables, ReviewJson.ReadGates(File.ReadAllText(gates), bag, gates));
    }

    private static RunTable? ReadTable(string file, DiagnosticBag bag)
    {
        using var stream = File.OpenRead(file);
        return RunTableFile.Read(stream, bag, file);
    }
}

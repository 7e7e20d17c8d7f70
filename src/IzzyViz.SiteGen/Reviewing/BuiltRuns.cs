using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Reviews;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Building;

namespace IzzyViz.SiteGen.Reviewing;

/// <summary>One side of a review: the runs and gates of a build, from its site or its store.</summary>
internal sealed record BuiltRuns(ImmutableArray<RunTable> Tables, ImmutableArray<ReviewGate> Gates)
{
    /// <summary>Only the runs that another build has too.</summary>
    public BuiltRuns Within(BuiltRuns other) => this with
    {
        Tables = [.. Tables.Where(t => other.Tables.Any(o => (o.ModelId, o.SliceId) == (t.ModelId, t.SliceId)))],
    };

    public static bool IsBuild(string folder) => File.Exists(Path.Combine(folder, SiteData.Folder, SiteData.Gates));

    /// <summary>Null with a finding where the folder is no build.</summary>
    public static BuiltRuns? Read(string folder, DiagnosticBag bag)
    {
        var data = Path.Combine(folder, SiteData.Folder);
        var gates = Path.Combine(data, SiteData.Gates);
        if (!IsBuild(folder))
        {
            bag.Add(DiffDiagnostics.NoBuild.At(folder, folder, SiteData.Folder));
            return null;
        }

        var tables = Directory.EnumerateFiles(data, "*" + SiteData.Extension, SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(f => ReadTable(f, bag))
            .OfType<RunTable>()
            .ToImmutableArray();
        bag.AddRange(tables.CountBy(t => (t.ModelId, t.SliceId)).Where(c => c.Value > 1)
            .Select(c => DiffDiagnostics.TwiceTheSame.At(folder, folder, c.Key.ModelId, c.Key.SliceId)));
        return new(tables, ReviewJson.ReadGates(File.ReadAllText(gates), bag, gates));
    }

    private static RunTable? ReadTable(string file, DiagnosticBag bag)
    {
        using var stream = File.OpenRead(file);
        return RunTableFile.Read(stream, bag, file);
    }
}

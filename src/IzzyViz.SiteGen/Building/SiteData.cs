using System.Collections.Immutable;
using IzzyViz.Analysis.Reviews;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Pages.Sites;
using IzzyViz.SiteGen.Planning;
using IzzyViz.SiteGen.Publishing;

namespace IzzyViz.SiteGen.Building;

/// <summary>What a site and a store carry so that two builds can be compared: one table per run, and the gates.</summary>
internal static class SiteData
{
    public const string Folder = "data";

    public const string Extension = ".runtable";

    public const string Gates = "gates.json";

    public static ImmutableArray<SiteFile> Of(SiteContent content) =>
    [
        .. content.Runs.Select(r => new SiteFile(PathOf(r), Write(r.Table))),
        SiteFile.Text(PathOf(Gates), ReviewJson.WriteGates(ReviewGates(content.Plan.Review))),
    ];

    public static ImmutableArray<ReviewGate> ReviewGates(ReviewPlan review) =>
        [.. review.Gates.Select(g => new ReviewGate(g.Statistic, g.Change, g.Slices, g.DeclaredAt))];

    /// <summary>The same files into a store, in place of those of the last build.</summary>
    public static void Keep(ImmutableArray<SiteFile> files, string store)
    {
        var folder = Path.Combine(store, Folder);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        foreach (var file in files)
        {
            var path = Path.Combine(store, file.Path.Value.Replace('/', Path.DirectorySeparatorChar));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, file.Content.ToArray());
        }
    }

    private static SitePath PathOf(RunContent run) => PathOf(run.ModelId, run.Plan.Dataset.Source.Id, run.Plan.Slice.Id + Extension);

    private static SitePath PathOf(params IEnumerable<string> ids) => SitePath.Of(string.Join('/', ids.Select(PathSegment.Of).Prepend(Folder)));

    private static byte[] Write(RunTable table)
    {
        using var stream = new MemoryStream();
        RunTableFile.Write(table, stream);
        return stream.ToArray();
    }
}

using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Pages;
using IzzyViz.SiteGen.Publishing;

namespace IzzyViz.SiteGen.Building;

/// <summary>One table per run in <c>data/</c>: what <c>diff</c> compares two sites by.</summary>
internal static class SiteData
{
    public const string Folder = "data";

    public const string Extension = ".runtable";

    public static void AddTo(Site site, SiteContent content)
    {
        foreach (var run in content.Runs)
        {
            site.Add(new SiteFile(PathOf(run), Write(run.Table)));
        }
    }

    private static SitePath PathOf(RunContent run) =>
        SitePath.Of(string.Join('/', [Folder, PathSegment.Of(run.ModelId), PathSegment.Of(run.Plan.Dataset.Source.Id), PathSegment.Of(run.Plan.Slice.Id) + Extension]));

    private static byte[] Write(RunTable table)
    {
        using var stream = new MemoryStream();
        RunTableFile.Write(table, stream);
        return stream.ToArray();
    }
}

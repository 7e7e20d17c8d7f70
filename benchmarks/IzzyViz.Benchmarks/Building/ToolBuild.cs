using System.Diagnostics;
using IzzyViz.SiteGen.Building;

namespace IzzyViz.Benchmarks.Building;

/// <summary>A build as people pay for it: the whole process of the tool, start and compilation included, and the processes it starts.</summary>
/// <param name="Manifest">A manifest, or its folder.</param>
/// <param name="Scratch">Where the site and the store go.</param>
internal sealed record ToolBuild(string Manifest, string Scratch)
{
    private string Site => Path.Combine(Scratch, "site");

    private string Store => Path.Combine(Scratch, "store");

    /// <summary>Nothing is there yet.</summary>
    public TimeSpan First(params string[] options)
    {
        Forget(Store);
        return PagesOnly(options);
    }

    /// <summary>All results are in the store; no page is written yet.</summary>
    public TimeSpan PagesOnly(params string[] options)
    {
        Forget(Site);
        return Again(options);
    }

    /// <summary>Over what the last build left.</summary>
    public TimeSpan Again(params string[] options)
    {
        var before = ProcessorTime.OfChildren();
        using var process = Process.Start("dotnet", [typeof(SiteBuilder).Assembly.Location, "build", Manifest, "--out", Site, "--store", Store, "--threads", "1", "--verbosity", "quiet", .. options]);
        process.WaitForExit();
        return process.ExitCode == 0 ? ProcessorTime.OfChildren() - before : throw new InvalidOperationException($"The build ended with {process.ExitCode}.");
    }

    private static void Forget(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

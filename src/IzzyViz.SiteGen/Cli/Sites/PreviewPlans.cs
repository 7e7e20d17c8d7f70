using System.CommandLine;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Building;
using IzzyViz.SiteGen.Cli.Reporters;
using IzzyViz.SiteGen.Serving;

namespace IzzyViz.SiteGen.Cli.Sites;

/// <summary>What <c>serve</c> builds and watches.</summary>
internal static class PreviewPlans
{
    private const string Output = "_site";

    public static PreviewPlan Of(ParseResult parsed)
    {
        var manifest = parsed.GetRequiredValue(CommonOptions.Manifest);
        var home = Directory.Exists(manifest) ? manifest : Path.GetDirectoryName(Path.GetFullPath(manifest))!;
        var store = CommonOptions.Store.GetDefaultValue() as string ?? ".izzyviz/store";
        var request = new BuildRequest { Manifest = manifest, Output = Output, Store = store };
        var talk = Talk.From(parsed);
        return new()
        {
            OutputFolder = Output,
            Sources = [home, .. FoldersOutside(manifest, home)],
            Ignored = [store],
            Build = cancellation => BuildAsync(request, talk, cancellation),
        };
    }

    /// <summary>A preview goes on when a build fails: what is wrong is said, and the last good site stays.</summary>
    private static async Task<bool> BuildAsync(BuildRequest request, Talk talk, CancellationToken cancellation)
    {
        var bag = new DiagnosticBag();
        try
        {
            var result = await new SiteBuilder(request, talk).BuildAsync(bag, cancellation);
            talk.Report(bag);
            return result is { Changes: { } changes } && changes.Added.Length + changes.Changed.Length + changes.Removed.Length > 0;
        }
        catch (DiagnosticException failure)
        {
            talk.Report(failure.Diagnostic);
            return false;
        }
    }

    private static IEnumerable<string> FoldersOutside(string manifest, string home)
    {
        var plan = PlannedSite.Read(manifest, only: null, new DiagnosticBag());
        string?[] named = [.. plan?.DocumentFolders ?? [], plan?.ThemeFolder, .. plan?.Datasets.Select(d => Path.GetDirectoryName(d.Source.Path)) ?? []];
        return named.OfType<string>().Where(f => Directory.Exists(f) && Path.GetRelativePath(home, f).StartsWith("..", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal);
    }
}

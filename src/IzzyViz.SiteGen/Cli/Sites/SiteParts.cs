using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Statistics;
using IzzyViz.SiteGen.Figures;
using IzzyViz.SiteGen.Planning;

namespace IzzyViz.SiteGen.Cli.Sites;

/// <summary>What the rooms behind the command line offer to the verbs that speak about a manifest.</summary>
internal static class SiteParts
{
    /// <summary>Figure kinds and statistics that a manifest can ask for.</summary>
    public static KnownNames Names { get; } = new(
        [.. FigureKinds.All.Where(k => k.IsChoosable).Select(k => k.Id)],
        [.. StatisticCatalogue.All.Select(s => s.Id)]);

    /// <summary>What <c>check</c> looks at beyond the manifest, in this order.</summary>
    public static ImmutableArray<SiteCheck> Checks { get; } =
    [
        new("templates", SiteChecks.TemplatesAsync),
        new("documents", SiteChecks.DocumentsAsync),
        new("datasets", SiteChecks.DatasetsAsync),
        new("models", SiteChecks.ModelsAsync),
    ];
}

/// <summary>What a build would still have to do for a run.</summary>
/// <param name="Examples">In the slice.</param>
/// <param name="Stored">Of those, with a result in the store.</param>
/// <param name="Time">For the rest; null where there is nothing to go by.</param>
/// <param name="Bytes">That the store would grow by.</param>
internal sealed record RunEstimate(int Examples, int Stored, TimeSpan? Time = null, long? Bytes = null);

/// <summary>A part of <c>check</c>: finds what is wrong with a planned site without running a model, and says all of it.</summary>
/// <param name="Name">What is looked at: "datasets".</param>
internal sealed record SiteCheck(string Name, Func<SitePlan, DiagnosticBag, CancellationToken, Task> RunAsync);

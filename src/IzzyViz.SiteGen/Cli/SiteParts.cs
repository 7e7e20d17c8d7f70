using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Planning;

namespace IzzyViz.SiteGen.Cli;

/// <summary>What the rooms behind the command line offer to the verbs that speak about a manifest.</summary>
internal static class SiteParts
{
    /// <summary>Figure kinds and statistics that a manifest can ask for.</summary>
    public static KnownNames Names { get; } = new(
        ["table-lens", "all-heads", "head-view"],
        ["entropy", "normalized-entropy", "attention-distance", "sink-mass", "special-token-mass", "previous-token", "next-token",
            "self", "duplicate-token", "induction", "confidence"]);

    /// <summary>What <c>check</c> looks at beyond the manifest, in this order.</summary>
    public static ImmutableArray<SiteCheck> Checks { get; } = [];
}

/// <summary>A part of <c>check</c>: finds what is wrong with a planned site without running a model, and says all of it.</summary>
/// <param name="Name">What is looked at: "datasets".</param>
internal sealed record SiteCheck(string Name, Func<SitePlan, DiagnosticBag, CancellationToken, Task> RunAsync);

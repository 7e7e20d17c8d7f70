using System.Collections.Immutable;
using IzzyViz.Analysis.Reviews;
using IzzyViz.SiteGen.Pages.Sites;

namespace IzzyViz.SiteGen.Pages.Reviews;

/// <summary>A build against its baseline: gates, then run by run what changed in the rows and what the model does differently on the others.</summary>
internal sealed record ReviewPage : PageModel
{
    public override string Kind => "review";

    public required ImmutableArray<GateLine> Gates { get; init; }

    /// <summary>Gates that the newer manifest loosened or removed, in words.</summary>
    public required ImmutableArray<string> Relaxed { get; init; }

    public required ImmutableArray<string> RunsAdded { get; init; }

    public required ImmutableArray<string> RunsRemoved { get; init; }

    /// <summary>Runs in which something changed; the rest are counted.</summary>
    public required ImmutableArray<ReviewRun> Runs { get; init; }

    public required int UnchangedRuns { get; init; }

    public required Quantity Tolerance { get; init; }

    /// <summary>The page in the site of the newer build.</summary>
    public static ReviewPage From(SiteIndex site, ReviewReport report) => Of(ReviewNames.From(site), report) with { Rail = Navigation.Rail(site) };

    public static ReviewPage Of(ReviewNames names, ReviewReport report)
    {
        var changed = report.Runs.Where(ReviewWords.HasChanges).ToList();
        return new()
        {
            Path = SiteAddresses.Review,
            Heading = "Review",
            Lead = ReviewWords.Verdict(report),
            Gates = [.. report.Gates.Select(g => GateLine.From(names, report, g))],
            Relaxed = [.. report.GatesRelaxed.Select(ReviewWords.Of)],
            RunsAdded = [.. report.RunsAdded.Select(ReviewWords.Of)],
            RunsRemoved = [.. report.RunsRemoved.Select(ReviewWords.Of)],
            Runs = [.. changed.Select(r => ReviewRun.From(names, r))],
            UnchangedRuns = report.Runs.Length - changed.Count,
            Tolerance = new(report.Tolerance, $"{report.Tolerance}"),
        };
    }
}

/// <summary>A limit and what it was held against.</summary>
internal sealed record GateLine(NamedThing Statistic, string Slices, Quantity Limit, bool Passed, int Runs, ImmutableArray<GateFailureLine> Failures)
{
    public static GateLine From(ReviewNames names, ReviewReport report, GateResult gate)
    {
        var unit = names.UnitOf(gate.Gate.Statistic);
        return new(
            new(gate.Gate.Statistic, names.Statistic(gate.Gate.Statistic)),
            gate.Gate.Slices,
            Quantity.Of(gate.Gate.Change, unit),
            gate.Passed,
            gate.Runs,
            [
                .. gate.Failures.Select(f => new GateFailureLine(
                    names.Head(report.Runs.Single(r => r.Run == f.Run), f.Head),
                    ReviewWords.Of(f.Run),
                    ReviewWords.Of(f.Cause),
                    Quantity.Of(f.Before, unit),
                    Quantity.Of(f.After, unit))),
            ]);
    }
}

/// <param name="Cause">"on unchanged rows" or what else moved it.</param>
internal sealed record GateFailureLine(NamedThing Head, string Run, string Cause, Quantity Before, Quantity After);

/// <summary>A name, and its page where it has one in this site.</summary>
internal sealed record NamedThing(string Text, PageLink? Link);

using System.CommandLine;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Storage;
using IzzyViz.SiteGen.Building;
using IzzyViz.SiteGen.Cli.Reporters;
using IzzyViz.SiteGen.Planning;

namespace IzzyViz.SiteGen.Cli.Sites;

/// <summary><c>plan</c>: the work that a build would do.</summary>
internal static class PlanCommand
{
    public static Command Create()
    {
        var command = new Command("plan", "Lists the work that a build would do: which model runs over which slice, and what is shown of it.")
        {
            CommonOptions.Manifest,
            CommonOptions.Only,
            CommonOptions.Store,
            CommonOptions.Json,
        };
        command.SetAction(async (parsed, cancellation) => (int)await RunAsync(parsed, cancellation));
        return command;
    }

    private static async Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var talk = Talk.From(parsed);
        var bag = new DiagnosticBag();
        var plan = PlannedSite.Read(parsed.GetRequiredValue(CommonOptions.Manifest), parsed.GetValue(CommonOptions.Only), bag);
        talk.Report(bag);
        if (plan is not null && !bag.HasErrors)
        {
            var runs = await EstimateAsync(plan, new(parsed.GetRequiredValue(CommonOptions.Store)), cancellation);
            parsed.InvocationConfiguration.Output.Write(parsed.GetValue(CommonOptions.Json) ? PlanText.Json(plan, runs) : PlanText.Table(runs));
            talk.Say(Talk.Plural(runs.Count, "run"));
        }

        return ExitCodes.Of(bag);
    }

    private static async Task<IReadOnlyList<PlannedRun>> EstimateAsync(SitePlan plan, ResultStore store, CancellationToken cancellation)
    {
        var estimator = new RunEstimator(plan, store);
        var runs = new List<PlannedRun>();
        foreach (var run in plan.Runs)
        {
            runs.Add(new PlannedRun(run, await estimator.EstimateAsync(run, cancellation)));
        }

        return runs;
    }
}

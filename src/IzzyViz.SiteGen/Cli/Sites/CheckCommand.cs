using System.CommandLine;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Cli.Reporters;
using IzzyViz.SiteGen.Planning;

namespace IzzyViz.SiteGen.Cli.Sites;

/// <summary><c>check</c>: everything that can be wrong without running a model, said at once.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var command = new Command("check", "Finds everything that can be wrong without running a model: manifest, files, columns, templates, documents.")
        {
            CommonOptions.Manifest,
            CommonOptions.Strict,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var talk = Talk.From(parsed);
            var bag = new DiagnosticBag();
            var plan = PlannedSite.Read(parsed.GetRequiredValue(CommonOptions.Manifest), only: null, bag);
            if (plan is not null)
            {
                await CheckAsync(plan, talk, bag, cancellation);
            }

            talk.Report(bag);
            talk.Say(Summary(plan, bag));
            return (int)ExitCodes.Of(bag, parsed.GetValue(CommonOptions.Strict));
        });
        return command;
    }

    private static async Task CheckAsync(SitePlan plan, Talk talk, DiagnosticBag bag, CancellationToken cancellation)
    {
        foreach (var check in SiteParts.Checks)
        {
            cancellation.ThrowIfCancellationRequested();
            talk.Say($"checking {check.Name}", Verbosity.Detailed);
            await check.RunAsync(plan, bag, cancellation);
        }
    }

    private static string Summary(SitePlan? plan, DiagnosticBag bag)
    {
        var size = plan is null ? "" : $"{Talk.Plural(plan.Models.Length, "model")}, {Talk.Plural(plan.Datasets.Sum(d => d.Slices.Length), "slice")}, "
            + $"{Talk.Plural(plan.Runs.Length, "run")}: ";
        return size + Talk.Count(bag);
    }
}

using System.CommandLine;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Cli.Reporters;
using IzzyViz.SiteGen.Planning;

namespace IzzyViz.SiteGen.Cli;

/// <summary><c>plan</c>: the work that a build would do.</summary>
internal static class PlanCommand
{
    public static Command Create()
    {
        var command = new Command("plan", "Lists the work that a build would do: which model runs over which slice, and what is shown of it.")
        {
            CommonOptions.Manifest,
            CommonOptions.Only,
            CommonOptions.Json,
        };
        command.SetAction(parsed => (int)Run(parsed));
        return command;
    }

    private static ExitCode Run(ParseResult parsed)
    {
        var talk = Talk.From(parsed);
        var bag = new DiagnosticBag();
        var plan = PlannedSite.Read(parsed.GetRequiredValue(CommonOptions.Manifest), parsed.GetValue(CommonOptions.Only), bag);
        talk.Report(bag);
        if (plan is not null && !bag.HasErrors)
        {
            parsed.InvocationConfiguration.Output.Write(parsed.GetValue(CommonOptions.Json) ? PlanText.Json(plan) : PlanText.Table(plan));
            talk.Say(Talk.Plural(plan.Runs.Length, "run"));
        }

        return ExitCodes.Of(bag);
    }
}

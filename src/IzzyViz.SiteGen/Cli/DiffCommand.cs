using System.CommandLine;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Reviews;
using IzzyViz.SiteGen.Building;
using IzzyViz.SiteGen.Cli.Reporters;
using IzzyViz.SiteGen.Reviewing;

namespace IzzyViz.SiteGen.Cli;

/// <summary><c>diff</c>: two builds compared.</summary>
internal static class DiffCommand
{
    private static readonly Argument<string> Base = new("BASE") { Description = "The older build: a site or a result store." };
    private static readonly Argument<string> Head = new("HEAD") { Description = "The newer build: a site or a result store." };
    private static readonly Option<string?> Out = new("--out", "-o") { Description = "Write the review as a page into this folder.", HelpName = "folder" };
    private static readonly Option<string?> Markdown = new("--markdown") { Description = "Write a short summary to this file.", HelpName = "file" };
    private static readonly Option<string?> JsonFile = new("--json") { Description = "Write everything as JSON to this file.", HelpName = "file" };
    private static readonly Option<string?> Manifest = new("--manifest") { Description = "Take the gates from this manifest instead of the newer build.", HelpName = "file" };

    public static Command Create()
    {
        var command = new Command("diff", "Compares two builds: what changed in the inputs, and what the models do differently on the inputs that did not.")
        {
            Base,
            Head,
            Out,
            Markdown,
            JsonFile,
            Manifest,
        };
        command.SetAction(parsed => (int)Run(parsed));
        return command;
    }

    private static ExitCode Run(ParseResult parsed)
    {
        var talk = Talk.From(parsed);
        var bag = new DiagnosticBag();
        var older = BuiltRuns.Read(parsed.GetRequiredValue(Base), bag);
        var newer = BuiltRuns.Read(parsed.GetRequiredValue(Head), bag);
        var plan = parsed.GetValue(Manifest) is { } manifest ? PlannedSite.Read(manifest, only: null, bag) : null;
        talk.Report(bag);
        if (older is null || newer is null || bag.HasErrors)
        {
            return ExitCodes.Of(bag);
        }

        var options = new ReviewOptions { Gates = plan is null ? newer.Gates : SiteData.ReviewGates(plan.Review), BaseGates = older.Gates };
        return Publish(ReviewComparer.Compare(older.Tables, newer.Tables, options), plan?.Url, parsed);
    }

    private static ExitCode Publish(ReviewReport report, Uri? url, ParseResult parsed)
    {
        var site = parsed.GetRequiredValue(Head);
        var links = new PageLinks(url is null ? "" : url.AbsoluteUri.TrimEnd('/') + "/", page => File.Exists(Path.Combine(site, page.Value)));
        ReviewFiles.Write(report, links.All, new(parsed.GetValue(Markdown), parsed.GetValue(JsonFile)));
        parsed.InvocationConfiguration.Output.WriteLine(report.Headline);
        var talk = Talk.From(parsed);
        foreach (var finding in report.Findings)
        {
            talk.Report(finding);
        }

        return report.GateFailed ? ExitCode.GateFailed : ExitCode.Done;
    }
}

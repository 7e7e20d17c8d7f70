using System.CommandLine;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Reviews;
using IzzyViz.SiteGen.Building;
using IzzyViz.SiteGen.Cli.Reporters;
using IzzyViz.SiteGen.Pages.Sites;
using IzzyViz.SiteGen.Publishing;
using IzzyViz.SiteGen.Reviewing;

namespace IzzyViz.SiteGen.Cli.Sites;

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
        command.SetAction((parsed, cancellation) => Task.FromResult((int)Run(parsed, cancellation)));
        return command;
    }

    private static ExitCode Run(ParseResult parsed, CancellationToken cancellation)
    {
        var bag = new DiagnosticBag();
        var report = Compare(parsed, bag, cancellation);
        var talk = Talk.From(parsed);
        talk.Report(bag);
        if (report is null)
        {
            return ExitCodes.Of(bag);
        }

        parsed.InvocationConfiguration.Output.WriteLine(report.Headline);
        foreach (var finding in report.Findings)
        {
            talk.Report(finding);
        }

        return report.GateFailed ? ExitCode.GateFailed : ExitCode.Done;
    }

    /// <summary>Null where the bag has errors; nothing was written then.</summary>
    private static ReviewReport? Compare(ParseResult parsed, DiagnosticBag bag, CancellationToken cancellation)
    {
        var older = BuiltRuns.Read(parsed.GetRequiredValue(Base), bag);
        var newer = BuiltRuns.Read(parsed.GetRequiredValue(Head), bag);
        var plan = parsed.GetValue(Manifest) is { } manifest ? PlannedSite.Read(manifest, only: null, bag) : null;
        if (older is null || newer is null || bag.HasErrors)
        {
            return null;
        }

        newer = plan is null ? newer : newer with { Gates = SiteData.ReviewGates(plan.Review) };
        var report = BuildComparer.Compare(older, newer);
        var site = new LinkedSite(parsed.GetRequiredValue(Head), plan?.Url);
        var targets = new ReviewTargets(parsed.GetValue(Out), parsed.GetValue(Markdown), parsed.GetValue(JsonFile));
        WritePage(targets.Page, folder => ReviewSite.Assemble(report, site, (folder, SiteTheme.Load(plan?.ThemeFolder, bag), BuildComparer.Hidden(older, newer))), bag, cancellation);
        if (bag.HasErrors)
        {
            return null;
        }

        ReviewFiles.Write(report, site, targets);
        return report;
    }

    private static void WritePage(string? folder, Func<string, Site> assemble, DiagnosticBag bag, CancellationToken cancellation)
    {
        if (folder is null)
        {
            return;
        }

        if (BuiltRuns.IsBuild(folder))
        {
            bag.Add(DiffDiagnostics.WouldReplaceBuild.At(folder, folder));
            return;
        }

        SiteWriter.Write(assemble(folder), folder, bag, cancellation);
    }
}

using System.CommandLine;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Building;
using IzzyViz.SiteGen.Cli.Reporters;
using IzzyViz.SiteGen.Isolation;
using IzzyViz.SiteGen.Pages.Reviews;
using IzzyViz.SiteGen.Printing;

namespace IzzyViz.SiteGen.Cli.Sites;

/// <summary><c>build</c>: the main job.</summary>
internal static class BuildCommand
{
    private static readonly Option<string> Out = CommonOptions.Out("The folder of the site.", "_site");

    private static readonly Option<string?> Base = new("--base")
    {
        Description = "An older build, a site or a result store: the site then says what changed since.",
        HelpName = "folder",
    };

    private static readonly Option<FigureFormat[]> Formats = FormatOptions.Formats();

    public static Command Create()
    {
        var command = new CheckedCommand("build", "Runs the models over the slices and writes the site.")
        {
            CommonOptions.Manifest,
            Out,
            CommonOptions.Store,
            CommonOptions.Only,
            Base,
            Formats,
            FormatOptions.Font,
            CommonOptions.Threads,
            CommonOptions.Strict,
        };
        IsolationOptions.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var talk = Talk.From(parsed);
        var bag = new DiagnosticBag();
        var result = await new SiteBuilder(RequestOf(parsed), talk).BuildAsync(bag, cancellation);
        talk.Report(bag);
        talk.Say(result is null ? $"Nothing was written: {Talk.Count(bag)}." : Summary(result, parsed.GetRequiredValue(Out)));
        return (int)ExitCodes.Of(bag, parsed.GetValue(CommonOptions.Strict));
    }

    private static BuildRequest RequestOf(ParseResult parsed) => new()
    {
        Manifest = parsed.GetRequiredValue(CommonOptions.Manifest),
        Output = parsed.GetRequiredValue(Out),
        Store = parsed.GetRequiredValue(CommonOptions.Store),
        Only = parsed.GetValue(CommonOptions.Only),
        Base = parsed.GetValue(Base),
        Formats = [.. parsed.GetRequiredValue(Formats)],
        Fonts = [.. parsed.GetRequiredValue(FormatOptions.Font)],
        Threads = parsed.GetValue(CommonOptions.Threads) ?? 0,
        Isolation = IsolationOptions.ModeOf(parsed),
    };

    private static string Summary(BuildResult result, string folder) =>
        $"{Talk.Plural(result.Examples, "example")}, {result.Computed} computed; {Talk.Plural(result.Changes.Total, "file")} in {folder}: "
        + $"{result.Changes.Added.Length} new, {result.Changes.Changed.Length} changed, {result.Changes.Removed.Length} removed"
        + (result.Review is { } review ? ". " + ReviewWords.Verdict(review).TrimEnd('.') : "");
}

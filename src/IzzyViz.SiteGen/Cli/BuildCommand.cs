using System.CommandLine;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Building;
using IzzyViz.SiteGen.Cli.Reporters;
using IzzyViz.SiteGen.Isolation;
using IzzyViz.SiteGen.Pages;

namespace IzzyViz.SiteGen.Cli;

/// <summary><c>build</c>: the main job.</summary>
internal static class BuildCommand
{
    private static readonly Option<string> Out = CommonOptions.Out("The folder of the site.", "_site");

    private static readonly Option<string?> Base = new("--base")
    {
        Description = "An older build, a site or a result store: the site then says what changed since.",
        HelpName = "folder",
    };

    private static readonly Option<string> Formats = MakeFormats();

    public static Command Create()
    {
        var command = new Command("build", "Runs the models over the slices and writes the site.")
        {
            CommonOptions.Manifest,
            Out,
            CommonOptions.Store,
            CommonOptions.Only,
            Base,
            Formats,
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
        Threads = parsed.GetValue(CommonOptions.Threads) ?? 0,
        Isolation = IsolationOptions.ModeOf(parsed),
    };

    private static string Summary(BuildResult result, string folder) =>
        $"{Talk.Plural(result.Examples, "example")}, {result.Computed} computed; {Talk.Plural(result.Changes.Total, "file")} in {folder}: "
        + $"{result.Changes.Added.Length} new, {result.Changes.Changed.Length} changed, {result.Changes.Removed.Length} removed"
        + (result.Review is { } review ? ". " + ReviewWords.Verdict(review).TrimEnd('.') : "");

    private static Option<string> MakeFormats()
    {
        var option = new Option<string>("--formats")
        {
            Description = "Which files figures are written as, separated by commas. This version writes svg.",
            HelpName = "list",
            DefaultValueFactory = _ => "svg",
        };
        option.Validators.Add(result =>
        {
            foreach (var format in result.Tokens.SelectMany(t => t.Value.Split(',')).Where(f => f != "svg"))
            {
                result.AddError($"'{format}' is no format that figures are written as; there is: svg.");
            }
        });
        return option;
    }
}

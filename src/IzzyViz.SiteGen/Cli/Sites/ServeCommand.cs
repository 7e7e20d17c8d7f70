using System.CommandLine;
using IzzyViz.SiteGen.Serving;

namespace IzzyViz.SiteGen.Cli.Sites;

/// <summary><c>serve</c>: a local preview that builds again and reloads on change. It listens on this machine alone.</summary>
internal static class ServeCommand
{
    /// <param name="manifest">The argument that names the manifest.</param>
    /// <param name="planOf">What to build and serve, from the command line.</param>
    public static Command Create(Argument<string> manifest, Func<ParseResult, PreviewPlan> planOf)
    {
        var port = Port();
        var command = new Command("serve", "Builds the site, shows it at a local address, and builds again whenever its sources change.") { manifest, port };
        command.SetAction(async (parsed, cancellation) =>
        {
            var plan = planOf(parsed) with { Port = parsed.GetValue(port) };
            await new Preview(plan).RunAsync(parsed.InvocationConfiguration.Output.WriteLine, cancellation);
            return (int)ExitCode.Interrupted;
        });
        return command;
    }

    private static Option<int> Port()
    {
        var option = new Option<int>("--port") { Description = "The port to listen on; 0 for any free one.", HelpName = "number" };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, out var number) && number is (< 0 or > 65535))
            {
                result.AddError("'--port' needs a number from 0 to 65535.");
            }
        });
        return option;
    }
}

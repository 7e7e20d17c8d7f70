using Spectre.Console;

namespace IzzyViz.SiteGen.Cli.Reporters;

/// <summary>A console over a stream that may be a terminal, a pipe or a file.</summary>
internal static class TextConsole
{
    // Lines of a log, and of what another program reads, are not wrapped.
    private const int NoWrapping = 1_000_000;

    /// <summary>See no-color.org.</summary>
    private static bool IsColourRefused => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    public static IAnsiConsole On(TextWriter writer) => On(new AnsiConsoleOutput(writer));

    public static IAnsiConsole On(IAnsiConsoleOutput output)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = output,
            Ansi = output.IsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = output.IsTerminal && !IsColourRefused ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        });
        console.Profile.Width = output.IsTerminal ? console.Profile.Width : NoWrapping;
        return console;
    }
}

using IzzyViz.SiteGen.Cli;

namespace IzzyViz.SiteGen.Tests.Cli;

/// <summary>The tool, run inside the test.</summary>
internal static class Tool
{
    public static async Task<ToolRun> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exit = await Verbs.RunAsync(arguments, output, error);
        return new ToolRun(exit, output.ToString(), error.ToString());
    }
}

internal sealed record ToolRun(ExitCode Exit, string Output, string Error);

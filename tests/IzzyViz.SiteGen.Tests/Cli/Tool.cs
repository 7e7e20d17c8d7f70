using IzzyViz.SiteGen.Cli;

namespace IzzyViz.SiteGen.Tests.Cli;

/// <summary>The tool, run inside the test.</summary>
internal static class Tool
{
    public static async Task<ToolRun> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = await Verbs.RunAsync(arguments, output, error);
        return new ToolRun(exit, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }
}

internal sealed record ToolRun(ExitCode Exit, string Output, string Error);

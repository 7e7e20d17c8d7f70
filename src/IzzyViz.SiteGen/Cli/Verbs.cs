using System.CommandLine;

namespace IzzyViz.SiteGen.Cli;

/// <summary>Every verb of the tool, in the order <c>--help</c> lists them.</summary>
internal static class Verbs
{
    private static readonly Func<Command>[] All = [InspectCommand.Create, CaptureCommand.Create];

    public static ExitCode Run(RootCommand root, string[] arguments)
    {
        foreach (var create in All)
        {
            root.Add(create());
        }

        var parsed = root.Parse(arguments);
        return parsed.Errors.Count > 0 ? ExitCode.Usage : (ExitCode)parsed.Invoke();
    }
}

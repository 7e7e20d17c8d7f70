using System.Collections.Immutable;
using System.CommandLine;

namespace IzzyViz.SiteGen.Cli;

/// <summary>An invocation that knows the command line as it was given.</summary>
internal sealed class ToolInvocation : InvocationConfiguration
{
    public required ImmutableArray<string> Arguments { get; init; }

    public static ImmutableArray<string> ArgumentsOf(ParseResult parsed) => ((ToolInvocation)parsed.InvocationConfiguration).Arguments;
}

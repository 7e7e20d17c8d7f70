using System.CommandLine;
using System.CommandLine.Parsing;

namespace IzzyViz.SiteGen.Cli;

/// <summary>A verb whose options depend on each other. What no single option can tell is asked once each of them is sound: the parser's own validators run before it has read their values.</summary>
internal sealed class CheckedCommand(string name, string description) : Command(name, description)
{
    public List<Func<CommandResult, IEnumerable<string>>> Checks { get; } = [];

    public IEnumerable<string> Problems(CommandResult parsed) => Checks.SelectMany(check => check(parsed));
}

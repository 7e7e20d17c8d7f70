using System.CommandLine;
using System.CommandLine.Parsing;
using IzzyViz.SiteGen.Manifests;

namespace IzzyViz.SiteGen.Cli;

/// <summary>What is wrong with a command line: what the parser says, and what it lets pass.</summary>
internal static class UsageProblems
{
    public static IReadOnlyList<string> Of(ParseResult parsed, IReadOnlyList<string> arguments)
    {
        if (UnknownVerb(parsed) is { } unknown)
        {
            return [unknown];
        }

        List<string> single = [.. parsed.Errors.Select(e => e.Message), .. UnknownOptions(parsed, arguments)];
        return single.Count == 0 && parsed.CommandResult.Command is CheckedCommand command && parsed.Action == command.Action ? [.. command.Problems(parsed.CommandResult)] : single;
    }

    private static string? UnknownVerb(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var word = parsed.UnmatchedTokens.FirstOrDefault(token => !token.StartsWith('-'));
        return word is not null && command.Subcommands.Count > 0
            ? $"There is no {(command is RootCommand ? "verb" : "kind")} '{word}'. {NearestName.Hint(word, command.Subcommands.Select(c => c.Name))}"
            : null;
    }

    // The parser takes an option that it does not know for the value of an argument; after "--" that is what is meant.
    private static IEnumerable<string> UnknownOptions(ParseResult parsed, IReadOnlyList<string> arguments)
    {
        var options = arguments.TakeWhile(a => a != "--").Where(a => a.StartsWith("--", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        return parsed.CommandResult.Children.OfType<ArgumentResult>()
            .SelectMany(argument => argument.Tokens)
            .Where(token => options.Contains(token.Value))
            .Select(token => $"Unknown option '{token.Value}'. {NearestName.Hint(token.Value, parsed.CommandResult.Command.Options.Select(o => o.Name))}");
    }
}

using System.CommandLine;
using System.CommandLine.Parsing;
using IzzyViz.SiteGen.Cli.Reporters;

namespace IzzyViz.SiteGen.Cli;

/// <summary>Options that several verbs share, so that one name always means the same.</summary>
internal static class CommonOptions
{
    /// <summary>On every verb.</summary>
    public static readonly Option<Verbosity> Verbosity = new("--verbosity", "-v")
    {
        Description = "How much is said on stderr: quiet, minimal, normal or detailed (or q, m, n, d).",
        HelpName = "level",
        Recursive = true,
        DefaultValueFactory = _ => Reporters.Verbosity.Normal,
        CustomParser = result => Word(result, ("quiet", Reporters.Verbosity.Quiet), ("minimal", Reporters.Verbosity.Minimal),
            ("normal", Reporters.Verbosity.Normal), ("detailed", Reporters.Verbosity.Detailed)),
    };

    /// <summary>On every verb.</summary>
    public static readonly Option<LogFormat> LogFormat = new("--log-format")
    {
        Description = "How it is said: text, msbuild, github or json.",
        HelpName = "format",
        Recursive = true,
        DefaultValueFactory = _ => Reporters.LogFormat.Text,
        CustomParser = result => Word(result, ("text", Reporters.LogFormat.Text), ("msbuild", Reporters.LogFormat.MsBuild),
            ("github", Reporters.LogFormat.GitHub), ("json", Reporters.LogFormat.Json)),
    };

    public static readonly Argument<string> Manifest = new("MANIFEST")
    {
        Description = "The manifest, or the folder it lies in.",
        DefaultValueFactory = _ => "site.yml",
    };

    public static readonly Option<bool> Strict = new("--strict") { Description = "Exit with code 5 when there are warnings." };

    public static readonly Option<bool> Json = new("--json") { Description = "Write JSON to stdout." };

    public static readonly Option<string?> Only = new("--only")
    {
        Description = "Only this model (or family, or pattern), or only this model over this slice.",
        HelpName = "MODEL[/SLICE]",
    };

    /// <summary>The result store.</summary>
    public static readonly Option<string> Store = new("--store")
    {
        Description = "The folder of results kept between builds.",
        HelpName = "folder",
        DefaultValueFactory = _ => ".izzyviz/store",
    };

    public static readonly Option<int?> Threads = Count("--threads", "How many threads to use; all processors if left out.");

    /// <summary><c>--out</c> of one verb; <c>-o</c> is the same everywhere.</summary>
    public static Option<string> Out(string description, string? byDefault = null)
    {
        var option = new Option<string>("--out", "-o") { Description = description, HelpName = "path", Required = byDefault is null };
        if (byDefault is not null)
        {
            option.DefaultValueFactory = _ => byDefault;
        }

        return option;
    }

    private static Option<int?> Count(string name, string description)
    {
        var option = new Option<int?>(name) { Description = description, HelpName = "n" };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, out var count) && count < 1)
            {
                result.AddError($"'{name}' needs a number of at least 1, not {count}.");
            }
        });
        return option;
    }

    // A word or a beginning of it that no other word shares.
    private static T Word<T>(ArgumentResult result, params (string Word, T Value)[] words)
        where T : struct
    {
        var text = result.Tokens[^1].Value;
        var found = words.Where(w => text.Length > 0 && w.Word.StartsWith(text, StringComparison.OrdinalIgnoreCase)).ToArray();
        if (found is [var only])
        {
            return only.Value;
        }

        result.AddError($"'{text}' is none of: {string.Join(", ", words.Select(w => w.Word))}.");
        return default;
    }
}

using System.Text.RegularExpressions;

namespace IzzyViz.SiteGen.Cli.Starting;

/// <summary>Folders side by side that differ in a step or a seed are one family.</summary>
internal static partial class FoundFamilies
{
    public static IEnumerable<FoundModel> Gather(IReadOnlyList<FoundModel> models) => models
        .GroupBy(Pattern, StringComparer.Ordinal)
        .SelectMany(group => group.Key.Length > 0 && group.Skip(1).Any() ? [Family(group.Key, group.First())] : group.AsEnumerable())
        .OrderBy(model => model.Path, StringComparer.Ordinal);

    // The path with "*" for its number, or nothing where its name is no step and no seed.
    private static string Pattern(FoundModel model)
    {
        var match = Member().Match(model.Path);
        return match.Success ? model.Path[..match.Groups["number"].Index] + "*" : "";
    }

    private static FoundModel Family(string pattern, FoundModel member)
    {
        var word = Member().Match(member.Path).Groups["word"].Value;
        var parent = pattern[..Math.Max(0, pattern.LastIndexOf('/'))];
        var isSeed = word == "seed";
        return member with
        {
            Id = Identifier.Of(parent[(parent.LastIndexOf('/') + 1)..]) + (isSeed ? "-seeds" : ""),
            Path = pattern,
            Key = isSeed ? "repeats" : "checkpoints",
            Label = isSeed ? "seed" : word == "checkpoint" ? "step" : word,
        };
    }

    [GeneratedRegex(@"(^|/)(?<word>step|checkpoint|epoch|seed)[-_]?(?<number>[0-9]+)\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Member();
}

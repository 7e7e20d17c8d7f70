using System.Collections.Immutable;

namespace IzzyViz.SiteGen.Planning;

/// <summary>A member of a family: where it lies, and what the <c>*</c> of the pattern stands for there.</summary>
internal sealed record FamilyMember(string Path, string Value)
{
    /// <summary>The value as a number, so that <c>step-0100</c> and <c>step-100</c> are the same step.</summary>
    public long? Position => long.TryParse(Value, out var number) && number >= 0 ? number : null;

    /// <summary>The value as ids and pages write it.</summary>
    public string Name => Position?.ToString() ?? Value;
}

/// <summary>Files and folders that match a path with one <c>*</c>, in the order of their numbers; names without a number come last, in ordinal order.</summary>
internal static class FamilyExpansion
{
    public static ImmutableArray<FamilyMember> Expand(string folder, string pattern)
    {
        var (parent, name, below) = Split(pattern);
        var full = Path.GetFullPath(Path.Combine(folder, parent));
        if (!Directory.Exists(full))
        {
            return [];
        }

        return [.. Directory.EnumerateFileSystemEntries(full)
            .Where(entry => NamePattern.Matches(name, Path.GetFileName(entry)))
            .Select(entry => new FamilyMember(Path.GetFullPath(Path.Combine(entry, below)), Starred(name, Path.GetFileName(entry))))
            .Where(member => Path.Exists(member.Path))
            .OrderBy(member => member.Position ?? long.MaxValue)
            .ThenBy(member => member.Value, StringComparer.Ordinal)];
    }

    // What stands before the part with the "*", that part, and what stands after it.
    private static (string Parent, string Name, string Below) Split(string pattern)
    {
        var star = pattern.IndexOf('*');
        var begin = pattern.LastIndexOf('/', star) + 1;
        var slash = pattern.IndexOf('/', star);
        var end = slash < 0 ? pattern.Length : slash;
        return (pattern[..begin], pattern[begin..end], pattern[end..].Trim('/'));
    }

    private static string Starred(string pattern, string name)
    {
        var before = pattern.IndexOf('*');
        var after = pattern.Length - before - 1;
        return name[before..(name.Length - after)];
    }
}

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
        var parts = pattern.Split('/');
        var starred = Array.FindIndex(parts, p => p.Contains('*'));
        var parent = Path.GetFullPath(Path.Combine([folder, Absolute(pattern), .. parts[..starred]]));
        if (!Directory.Exists(parent))
        {
            return [];
        }

        return [.. Directory.EnumerateFileSystemEntries(parent)
            .Where(entry => NamePattern.Matches(parts[starred], Path.GetFileName(entry)))
            .Select(entry => new FamilyMember(Path.Combine([entry, .. parts[(starred + 1)..]]), Starred(parts[starred], Path.GetFileName(entry))))
            .Where(member => Path.Exists(member.Path))
            .OrderBy(member => member.Position ?? long.MaxValue)
            .ThenBy(member => member.Value, StringComparer.Ordinal)];
    }

    // Splitting at "/" loses the root of an absolute path.
    private static string Absolute(string pattern) => pattern.StartsWith('/') ? "/" : "";

    private static string Starred(string pattern, string name)
    {
        var before = pattern.IndexOf('*');
        var after = pattern.Length - before - 1;
        return name[before..(name.Length - after)];
    }
}

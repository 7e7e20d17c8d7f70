using Quickenshtein;

namespace IzzyViz.SiteGen.Manifests;

/// <summary>The second sentence of "there is no such name": the nearest one there is, or all of them.</summary>
internal static class NearestName
{
    private const int MostListed = 30;

    public static string Hint(string wrong, IEnumerable<string> names)
    {
        var known = names.Distinct(StringComparer.Ordinal).ToArray();
        return !wrong.Contains('*') && Find(wrong, known) is { } near ? $"Did you mean '{near}'?" : List(known);
    }

    /// <summary>The name with the fewest edits, if about a third of the letters or fewer differ; the first in order of <paramref name="names"/> wins a tie.</summary>
    public static string? Find(string wrong, IEnumerable<string> names) => names
        .Select(name => (name, distance: Levenshtein.GetDistance(wrong.ToLowerInvariant(), name.ToLowerInvariant())))
        .Where(c => c.distance <= (Math.Max(wrong.Length, c.name.Length) + 2) / 3)
        .OrderBy(c => c.distance)
        .Select(c => c.name)
        .FirstOrDefault();

    private static string List(string[] names) => names.Length switch
    {
        0 => "There are none.",
        <= MostListed => $"There are: {string.Join(", ", names)}.",
        _ => $"There are: {string.Join(", ", names.Take(MostListed))} and {names.Length - MostListed} more.",
    };
}

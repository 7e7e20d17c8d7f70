using System.Text.RegularExpressions;
using IzzyViz.SiteGen.Manifests.Definition;

namespace IzzyViz.SiteGen.Cli.Starting;

/// <summary>A name of a folder as an id that a manifest takes.</summary>
internal static partial class Identifier
{
    private const int Longest = 40;

    public static string Of(string name)
    {
        var plain = Unfit().Replace(name.ToLowerInvariant(), "-").Trim('-', '.', '_');
        plain = plain[..Math.Min(plain.Length, Longest)].TrimEnd('-', '.', '_');
        return Values.IsId(plain) ? plain : "model" + (plain.Length == 0 ? "" : "-" + plain);
    }

    [GeneratedRegex("[^a-z0-9._-]+", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Unfit();
}

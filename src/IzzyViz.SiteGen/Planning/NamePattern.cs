using System.IO.Enumeration;

namespace IzzyViz.SiteGen.Planning;

/// <summary>Names with <c>*</c> in them. Without one, only the name itself matches.</summary>
internal static class NamePattern
{
    public static bool Matches(string pattern, string name) => FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false);

    public static bool IsPattern(string text) => text.Contains('*');

    /// <summary>A slice by its address <c>dataset/slice</c>; a pattern without a slash speaks of whole datasets.</summary>
    public static bool MatchesSlice(string pattern, string address) => pattern.Contains('/')
        ? Matches(pattern, address)
        : Matches(pattern, address[..address.IndexOf('/')]);
}

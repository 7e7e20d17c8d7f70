using IzzyViz.Analysis.Models;
using IzzyViz.SiteGen.Pages;

namespace IzzyViz.SiteGen.Structures;

/// <summary>The contract's words explained, those that a table uses.</summary>
internal static class Meanings
{
    public static IEnumerable<string> Of(IEnumerable<CaptureMechanism> mechanisms) =>
        mechanisms.Distinct().Order().Select(m => $"{ContractWords.Of(m)}: {Words.Of(m)}");

    public static IEnumerable<string> Of(IEnumerable<InputRole> roles) =>
        roles.Distinct().Order().Where(r => Of(r) is not null).Select(r => $"{ContractWords.Of(r)}: {Of(r)}");

    private static string? Of(InputRole role) => role switch
    {
        InputRole.EmptyPast => "a key/value cache of length zero",
        InputRole.CacheFlag => "false, the branch without a cache",
        InputRole.Encoder => "what the encoder's run gave",
        InputRole.User => "cannot be derived; give it in --inputs, or, where one number says it, with --feed or under feed: in the manifest",
        _ => null,
    };
}

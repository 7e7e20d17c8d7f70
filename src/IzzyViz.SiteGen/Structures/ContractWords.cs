using IzzyViz.Analysis.Models;

namespace IzzyViz.SiteGen.Structures;

/// <summary>The contract's words for enumerations.</summary>
internal static class ContractWords
{
    public static string Of(CaptureMechanism mechanism) => mechanism == CaptureMechanism.SideBranch ? "side-branch" : mechanism.ToString().ToLowerInvariant();

    public static string Of(GraphRole role) => role.ToString().ToLowerInvariant();

    public static string Of(InputRole role) => role switch
    {
        InputRole.EmptyPast => "empty-past",
        InputRole.CacheFlag => "cache-flag",
        _ => role.ToString().ToLowerInvariant(),
    };
}

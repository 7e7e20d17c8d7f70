using IzzyViz.Analysis.Models;

namespace IzzyViz.SiteGen.Cli.Inspecting;

/// <summary>The contract's words explained, those that a table uses.</summary>
internal static class Meanings
{
    public static IEnumerable<string> Of(IEnumerable<CaptureMechanism> mechanisms) =>
        mechanisms.Distinct().Order().Select(m => $"{ContractWords.Of(m)}: {Of(m)}");

    public static IEnumerable<string> Of(IEnumerable<InputRole> roles) =>
        roles.Distinct().Order().Where(r => Of(r) is not null).Select(r => $"{ContractWords.Of(r)}: {Of(r)}");

    private static string Of(CaptureMechanism mechanism) => mechanism switch
    {
        CaptureMechanism.Tap => "the graph computes it, and it is read there",
        CaptureMechanism.Native => "the fused operator's own output of it is switched on",
        CaptureMechanism.SideBranch => "the fused operator is written as others that compute the same from its inputs",
        _ => "the model already gives it out",
    };

    private static string? Of(InputRole role) => role switch
    {
        InputRole.EmptyPast => "a key/value cache of length zero",
        InputRole.CacheFlag => "false, the branch without a cache",
        InputRole.Encoder => "what the encoder's run gave",
        InputRole.User => "cannot be derived; give it in --inputs, or with --feed where one number says it",
        _ => null,
    };
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Models;

namespace IzzyViz.SiteGen.Cli.Capturing;

/// <summary>Which of the tensors given by name a model has no use for.</summary>
internal static class IgnoredInputs
{
    private const string OfDecoder = "decoder_";

    public static ImmutableArray<string> Of(IEnumerable<string> given, ModelStructure model)
    {
        var names = given.ToImmutableHashSet(StringComparer.Ordinal);
        var taken = model.Inputs.Select(i => i.Name).ToImmutableHashSet(StringComparer.Ordinal);

        // An input that was not given by its own name may be fed from a tensor of any other.
        var isOpen = model.Inputs.Any(i => i.FedBy is InputRole.Tokens or InputRole.User && !names.Contains(i.Name) && !names.Contains(OfDecoder + i.Name));
        return isOpen ? [] : [.. names.Where(n => !taken.Contains(n) && !Helps(n, taken)).Order(StringComparer.Ordinal)];
    }

    /// <summary>Goes by another name in the graph, or something that the graph takes is derived from it.</summary>
    private static bool Helps(string name, ImmutableHashSet<string> taken) => name switch
    {
        _ when name.StartsWith(OfDecoder, StringComparison.Ordinal) => taken.Contains(name[OfDecoder.Length..]),
        "labels" => taken.Contains("decoder_input_ids"),
        "attention_mask" => taken.Contains("encoder_attention_mask") || taken.Contains("position_ids"),
        "encoder_hidden_states" => taken.Contains("encoder_outputs"),
        _ => name.Contains("present", StringComparison.Ordinal) && taken.Contains(name.Replace("present", "past", StringComparison.Ordinal)),
    };
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Tensors;

namespace IzzyViz.Analysis.Captures.Inputs;

/// <summary>The tokens that a decoder goes on from.</summary>
/// <param name="Input">The name they are given under.</param>
internal sealed record Prompt(string Input, ImmutableArray<int> Ids)
{
    private const string Decoder = "decoder_";

    /// <exception cref="DiagnosticException">The tokens are not those of one example without padding and cache.</exception>
    public static Prompt Of(IReadOnlyDictionary<string, Tensor> given, string input, ModelFolder folder)
    {
        if (given.Any(g => g.Key.StartsWith("past", StringComparison.Ordinal) && g.Value.Count > 0))
        {
            throw Refusal(folder, "its inputs hold a filled cache; give the tokens that are in it instead");
        }

        if (given.TryGetValue(MaskOf(input), out var mask) && mask.ToInt64s().Contains(0))
        {
            throw Refusal(folder, "its tokens are padded; give one example without padding");
        }

        return given.GetValueOrDefault(input) switch
        {
            { Dims: [1, _] } tokens => new(input, [.. tokens.ToInt64s().Select(id => (int)id)]),
            null when input.StartsWith(Decoder, StringComparison.Ordinal) => new(input, [folder.Config.DecoderStart ?? folder.Config.Padding ?? 0]),
            null => throw Refusal(folder, $"there are no '{input}'; give those of one example"),
            _ => throw Refusal(folder, $"'{input}' holds several examples; give one, without padding"),
        };
    }

    /// <summary>Everything but the tokens and what is as long as they are, which is derived anew.</summary>
    public ImmutableSortedDictionary<string, Tensor> Without(IReadOnlyDictionary<string, Tensor> given)
    {
        var own = Input.StartsWith(Decoder, StringComparison.Ordinal) ? Decoder : "";
        return given.ToImmutableSortedDictionary(StringComparer.Ordinal)
            .RemoveRange([Input, $"{own}attention_mask", $"{own}position_ids", $"{own}token_type_ids", "cache_position"]);
    }

    public static ImmutableSortedDictionary<string, Tensor> Extended(ImmutableSortedDictionary<string, Tensor> rest, string input, ImmutableArray<int> ids) => rest
        .SetItem(input, Tensor.Of([.. ids.Select(i => (long)i)], 1, ids.Length))
        .SetItem(MaskOf(input), Tensor.Of([.. Enumerable.Repeat(1L, ids.Length)], 1, ids.Length));

    public static DiagnosticException Refusal(ModelFolder folder, string reason) => new(ModelDiagnostics.CannotWriteOn.At(folder.Path, folder.Path, reason));

    private static string MaskOf(string input) => input.Replace("input_ids", "attention_mask", StringComparison.Ordinal);
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models;

/// <summary>Recognises graph inputs by the ecosystem's names, and lone token inputs by type and shape.</summary>
internal static class InputRoles
{
    private static readonly ImmutableArray<string> TokenNames =
        ["input_ids", "decoder_input_ids", "src", "tgt", "tokens", "token_ids", "ids", "input", "src_tokens", "prev_output_tokens"];

    public static ImmutableArray<ModelInputInfo> Of(IEnumerable<OnnxValue> inputs)
    {
        var all = inputs.ToList();
        var lone = LoneTokenInput(all);
        return [.. all.Select(i => new ModelInputInfo(i.Name, i.Type, [.. (i.Dims ?? []).Select(d => d.ToString())], ReferenceEquals(i, lone) ? InputRole.Tokens : Of(i)))];
    }

    public static InputRole Of(OnnxValue input)
    {
        var (name, isInteger) = (input.Name, input.Type is ElementType.Int64 or ElementType.Int32);
        return name switch
        {
            "use_cache_branch" => InputRole.CacheFlag,
            _ when IsCrossPast(name) || Has(name, "encoder_hidden_states") || Has(name, "encoder_output") => InputRole.Encoder,
            _ when name.StartsWith("past", StringComparison.Ordinal) && (input.Dims?.Length ?? 4) >= 3 => InputRole.EmptyPast,
            _ when Has(name, "mask") => InputRole.Mask,
            _ when Has(name, "position_ids") || Has(name, "cache_position") => InputRole.Positions,
            _ when Has(name, "token_type") || Has(name, "segment_ids") => InputRole.Types,
            _ when isInteger && TokenNames.Any(t => name == t) => InputRole.Tokens,
            _ => InputRole.User,
        };
    }

    /// <summary>A cache of cross-attention is the encoder's doing.</summary>
    public static bool IsCrossPast(string name) => name.StartsWith("past", StringComparison.Ordinal) && Has(name, "cross");

    /// <summary>The only input that looks like tokens, where none is called so.</summary>
    private static OnnxValue? LoneTokenInput(List<OnnxValue> all) =>
        all.Exists(i => Of(i) == InputRole.Tokens) ? null : all.Where(i => IsTokenShaped(i) && Of(i) == InputRole.User).Take(2).ToList() is [var lone] ? lone : null;

    private static bool IsTokenShaped(OnnxValue input) => input.Type is ElementType.Int64 or ElementType.Int32 && input.Dims is { Length: 2 };

    private static bool Has(string name, string part) => name.Contains(part, StringComparison.OrdinalIgnoreCase);
}

using System.Text.Json.Nodes;

namespace IzzyViz.Tokenizers.Json;

/// <summary>Reads the truncation and padding blocks of a <c>tokenizer.json</c>.</summary>
internal static class OptionsPart
{
    private const int Longest = 1 << 20;

    public static TruncationOptions Truncation(JsonPart part) => new()
    {
        MaxLength = part.Number("max_length"),
        Stride = part.Number("stride", 0),
        Side = SideOf(part),
        Strategy = Enum.TryParse<TruncationStrategy>(part.Text("strategy", nameof(TruncationStrategy.LongestFirst)), out var strategy)
            ? strategy
            : throw part.Missing("strategy", string.Join(" or ", Enum.GetNames<TruncationStrategy>())),
    };

    public static PaddingOptions Padding(JsonPart part) => new()
    {
        Length = part.Node["strategy"] is JsonObject ? Length(part.Part("strategy"), "Fixed") : null,
        MultipleOf = part.Has("pad_to_multiple_of") ? Length(part, "pad_to_multiple_of") : null,
        Side = SideOf(part),
        Id = part.Number("pad_id", 0),
        TypeId = part.Number("pad_type_id", 0),
        Token = part.Text("pad_token", "[PAD]"),
    };

    /// <summary>A number of tokens to pad to; a damaged one would fill the memory.</summary>
    private static int Length(JsonPart part, string name) =>
        part.Number(name) is <= Longest and var length ? length : throw part.Missing(name, $"a whole number up to {Longest}");

    private static Side SideOf(JsonPart part) => part.Text("direction", nameof(Side.Right)) == nameof(Side.Left) ? Side.Left : Side.Right;
}

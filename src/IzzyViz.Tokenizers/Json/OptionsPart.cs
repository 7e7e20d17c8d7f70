using System.Text.Json.Nodes;

namespace IzzyViz.Tokenizers.Json;

/// <summary>Reads the truncation and padding blocks of a <c>tokenizer.json</c>.</summary>
internal static class OptionsPart
{
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
        Length = part.Node["strategy"] is JsonObject ? part.Part("strategy").Number("Fixed") : null,
        MultipleOf = part.Has("pad_to_multiple_of") ? part.Number("pad_to_multiple_of") : null,
        Side = SideOf(part),
        Id = part.Number("pad_id", 0),
        TypeId = part.Number("pad_type_id", 0),
        Token = part.Text("pad_token", "[PAD]"),
    };

    private static Side SideOf(JsonPart part) => part.Text("direction", nameof(Side.Right)) == nameof(Side.Left) ? Side.Left : Side.Right;
}

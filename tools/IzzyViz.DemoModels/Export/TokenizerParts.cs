using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace IzzyViz.DemoModels.Export;

/// <summary>The parts of a <c>tokenizer.json</c>; a null part is left out of the pipeline.</summary>
internal sealed record TokenizerParts
{
    public JsonNode? Normalizer { get; init; }

    public required JsonNode PreTokenizer { get; init; }

    /// <summary>Pieces around one text: <c>$A</c> stands for it, all others are special tokens.</summary>
    public required string Single { get; init; }

    /// <summary>Pieces around two; <c>$B</c> and what follows it are of the second segment.</summary>
    public required string Pair { get; init; }

    public JsonNode? Decoder { get; init; }

    public required JsonObject Model { get; init; }

    public required ImmutableArray<string> SpecialTokens { get; init; }

    public required ImmutableArray<string> Pieces { get; init; }
}

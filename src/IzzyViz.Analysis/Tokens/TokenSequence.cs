using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace IzzyViz.Analysis.Tokens;

/// <summary>The tokens of one input and the text (or two texts) they came from.</summary>
public sealed record TokenSequence
{
    public required ImmutableArray<Token> Tokens { get; init; }

    /// <summary>Segment texts; empty for ready token ids.</summary>
    public ImmutableArray<string> Texts { get; init; } = [];

    /// <summary>How many tokens were cut off because the model has no more positions.</summary>
    public int Dropped { get; init; }

    [JsonIgnore]
    public int Count => Tokens.Length;

    /// <summary>The piece of source text a token covers; empty for tokens that cover none.</summary>
    public string SourceOf(Token token) =>
        token.Segment < 0 || token.Segment >= Texts.Length ? "" : Texts[token.Segment][token.Start..token.End];
}

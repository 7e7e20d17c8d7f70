using System.Collections.Immutable;

namespace IzzyViz.Tokenizers;

/// <summary>The tokens of a text or a pair. All lists have the same length, one entry per token.</summary>
public sealed class Encoding
{
    public required ImmutableArray<int> Ids { get; init; }

    /// <summary>The tokens as the vocabulary writes them; for display see <see cref="TokenLabel"/>.</summary>
    public required ImmutableArray<string> Tokens { get; init; }

    /// <summary>
    /// UTF-16 positions in the token's own segment (or word, for words given ready). Byte tokens of one character share its
    /// span; tokens that come from no text have (0, 0).
    /// </summary>
    public required ImmutableArray<TokenSpan> Offsets { get; init; }

    /// <summary>The same positions counted in code points, as the reference gives them.</summary>
    public required ImmutableArray<TokenSpan> CodePointOffsets { get; init; }

    public required ImmutableArray<int> TypeIds { get; init; }

    /// <summary>1 for tokens the template or padding added; a special token written in the text has 0.</summary>
    public required ImmutableArray<int> SpecialTokensMask { get; init; }

    /// <summary>0 for padding, else 1.</summary>
    public required ImmutableArray<int> AttentionMask { get; init; }

    /// <summary>0 or 1: which text a token came from; null for tokens that come from no text.</summary>
    public required ImmutableArray<int?> SequenceIds { get; init; }

    /// <summary>Which word of its text a token belongs to, as the pre-tokenizer or the caller cut it; null for tokens that come from no text.</summary>
    public required ImmutableArray<int?> WordIds { get; init; }

    /// <summary>What truncation cut off, in windows of the same size with the same special tokens.</summary>
    public ImmutableArray<Encoding> Overflowing { get; init; } = [];

    public int Count => Ids.Length;
}

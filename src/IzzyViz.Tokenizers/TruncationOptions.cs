namespace IzzyViz.Tokenizers;

/// <summary>How to cut what is too long.</summary>
public sealed record TruncationOptions
{
    /// <summary>Most tokens, special ones included.</summary>
    public required int MaxLength { get; init; }

    public TruncationStrategy Strategy { get; init; }

    /// <summary>The side that loses tokens.</summary>
    public Side Side { get; init; }

    /// <summary>How many tokens a window shares with the one before it; see <see cref="Encoding.Overflowing"/>.</summary>
    public int Stride { get; init; }
}

namespace IzzyViz.Tokenizers;

/// <summary>How to fill up what is too short.</summary>
public sealed record PaddingOptions
{
    /// <summary>Tokens to reach; null pads a batch to its longest member and leaves a single text alone.</summary>
    public int? Length { get; init; }

    /// <summary>Rounds the length up to a multiple.</summary>
    public int? MultipleOf { get; init; }

    public Side Side { get; init; }

    public int Id { get; init; }

    public int TypeId { get; init; }

    public string Token { get; init; } = "[PAD]";
}

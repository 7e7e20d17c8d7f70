namespace IzzyViz.Tokenizers;

/// <summary>What to do besides encoding. The truncation and padding a file asks for are offered by the tokenizer and not applied by themselves.</summary>
public sealed record EncodeOptions
{
    public static EncodeOptions Default { get; } = new();

    /// <summary>Whether the template's tokens (<c>[CLS]</c>, <c>&lt;s&gt;</c>) are added.</summary>
    public bool AddSpecialTokens { get; init; } = true;

    public TruncationOptions? Truncation { get; init; }

    public PaddingOptions? Padding { get; init; }
}

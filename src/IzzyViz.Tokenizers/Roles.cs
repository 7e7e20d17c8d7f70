namespace IzzyViz.Tokenizers;

/// <summary>Ids of the tokens with a job; null where a tokenizer has none or does not say.</summary>
public sealed record Roles
{
    public int? BeginningOfText { get; init; }

    public int? EndOfText { get; init; }

    public int? Classification { get; init; }

    public int? Separator { get; init; }

    public int? Padding { get; init; }

    public int? Mask { get; init; }

    public int? Unknown { get; init; }
}

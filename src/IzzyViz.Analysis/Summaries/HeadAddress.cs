using IzzyViz.Analysis.Models;

namespace IzzyViz.Analysis.Summaries;

/// <summary>One head of one attention module.</summary>
public readonly record struct HeadAddress(AttentionKind Kind, int Layer, int Head)
{
    public string Module => $"{Kind.ToString().ToLowerInvariant()}.{Layer}";

    /// <summary>The short form where a model has one kind: <c>L5H1</c>.</summary>
    public string Short => $"L{Layer}H{Head}";

    /// <summary>The form where a model has several kinds: <c>enc.L5H1</c>, <c>dec.L0H3</c>, <c>cross.L2H0</c>.</summary>
    public string Long => $"{Prefix}.{Short}";

    private string Prefix => Kind switch
    {
        AttentionKind.Encoder => "enc",
        AttentionKind.Decoder => "dec",
        _ => Kind.ToString().ToLowerInvariant(),
    };
}

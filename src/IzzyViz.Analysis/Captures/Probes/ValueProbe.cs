namespace IzzyViz.Analysis.Captures.Probes;

/// <summary>What weights times values is compared with, and how both lie: each is read as <c>[block…, token, feature]</c>.</summary>
internal sealed record ValueProbe(Operand Values, Operand Result)
{
    /// <summary>What the product multiplies by.</summary>
    public float Scale { get; init; } = 1;

    /// <summary>Blocks hold all examples of one head, then all of the next.</summary>
    public bool HeadsAreOutermost { get; init; }

    /// <summary>A block's rows are all heads of one query, then all of the next: where heads share keys.</summary>
    public bool HeadsLieBehindQueries { get; init; }

    /// <summary>
    /// The very operands of the graph's product: axes of one entry are repeated, and where shapes do not fit the weights, the weights were misread. Elsewhere the
    /// values are those of groups of heads, all in one axis.
    /// </summary>
    public bool IsExact { get; init; }
}

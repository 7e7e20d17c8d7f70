namespace IzzyViz.Analysis.Captures;

/// <summary>What a capture takes out of a model.</summary>
[Flags]
public enum CaptureParts
{
    None = 0,

    /// <summary>The probabilities; they are always taken, because everything else is proved against them.</summary>
    Attention = 1,

    /// <summary>The queries as they enter the product with the keys.</summary>
    Query = 2,

    /// <summary>The keys as they enter the product with the queries.</summary>
    Key = 4,

    /// <summary>The values that the probabilities weigh.</summary>
    Value = 8,

    /// <summary>The residual stream after each layer.</summary>
    Hidden = 16,

    Projections = Query | Key | Value,
}

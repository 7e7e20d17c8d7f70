namespace IzzyViz.Analysis.Models;

/// <summary>Which tokens attend to which. The lower-case name is the module's prefix: <c>decoder.0</c>.</summary>
public enum AttentionKind
{
    /// <summary>Self-attention that sees both ways.</summary>
    Encoder,

    /// <summary>Self-attention of a decoder: causal, or in a stack that reads another by cross-attention.</summary>
    Decoder,

    /// <summary>Decoder tokens (queries) attend to encoder tokens (keys).</summary>
    Cross,

    /// <summary>The text tower of a two-tower model.</summary>
    Text,

    /// <summary>The image tower of a two-tower model.</summary>
    Vision,

    /// <summary>Attention pooling by a learned query.</summary>
    Pool,
}

namespace IzzyViz.Benchmarks.Captures;

/// <summary>How the attention of a layer is written in a graph.</summary>
internal enum AttentionForm
{
    /// <summary>Product, softmax, product.</summary>
    Plain,

    /// <summary><c>com.microsoft.Attention</c>, which projects by itself.</summary>
    Packed,

    /// <summary><c>com.microsoft.MultiHeadAttention</c>.</summary>
    MultiHead,

    /// <summary><c>com.microsoft.GroupQueryAttention</c>, three query heads to each head of keys and values.</summary>
    Grouped,

    /// <summary><c>Attention</c> of the standard's opset 23.</summary>
    Standard,

    /// <summary><c>com.microsoft.QAttention</c>, over activations that are quantised as they come.</summary>
    Quantised,
}

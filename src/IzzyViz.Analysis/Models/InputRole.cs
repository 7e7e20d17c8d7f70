namespace IzzyViz.Analysis.Models;

/// <summary>How a graph input is fed.</summary>
public enum InputRole
{
    Tokens,
    Mask,
    Positions,
    Types,

    /// <summary>A key/value cache of length zero.</summary>
    EmptyPast,

    /// <summary>False: the branch without a cache.</summary>
    CacheFlag,

    /// <summary>What the encoder's run gave.</summary>
    Encoder,

    /// <summary>Cannot be derived.</summary>
    User,
}

/// <summary>One graph input.</summary>
/// <param name="Shape">Sizes, symbols, or <c>?</c>.</param>
public sealed record ModelInputInfo(string Name, Onnx.ElementType Type, System.Collections.Immutable.ImmutableArray<string> Shape, InputRole FedBy)
{
    /// <summary>Which of a model's graphs takes it; two may have one of the same name.</summary>
    public GraphRole Graph { get; init; }
}

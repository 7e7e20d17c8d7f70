namespace IzzyViz.Analysis.Models.Axes;

internal static class AxisOrigins
{
    public static bool IsBatch(this AxisOrigin origin) => origin is AxisOrigin.Examples or AxisOrigin.Leading;
}

/// <summary>Where the entries along an axis come from, seen through all projections up to the inputs of the graph.</summary>
internal enum AxisOrigin
{
    Unknown,

    /// <summary>One entry, or one that is repeated.</summary>
    One,

    /// <summary>An axis of something that is fed: tokens, patches, frames.</summary>
    Fed,

    /// <summary>The examples of a batch of features; where sequences come first, their tokens.</summary>
    Leading,

    /// <summary>The examples of a batch of token ids, or of rows of numbers.</summary>
    Examples,

    /// <summary>An axis of parameters that are no weights of a projection: latents, slots, learned queries.</summary>
    Learned,

    /// <summary>Each entry holds parts of several: a Reshape that cuts across what a projection made.</summary>
    Mixed,

    /// <summary>Entries picked by numbers that are computed: in another order than they came in.</summary>
    Chosen,

    /// <summary>What a projection gives out: features, and the heads that they are split into.</summary>
    Made,
}

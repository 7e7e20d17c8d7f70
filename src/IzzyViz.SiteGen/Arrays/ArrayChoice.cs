using System.Collections.Immutable;

namespace IzzyViz.SiteGen.Arrays;

/// <summary>What of a file is meant.</summary>
internal sealed record ArrayChoice
{
    public static readonly ArrayChoice Everything = new();

    /// <summary>Tensors by name, in the order in which they are drawn; empty for the only one there is.</summary>
    public ImmutableArray<string> Tensors { get; init; } = [];

    /// <summary>Along the first axis of <c>[item, head, row, column]</c> or <c>[item, row, column]</c>.</summary>
    public int? Item { get; init; }

    /// <summary>Along the second axis; several make several matrices.</summary>
    public ImmutableArray<int> Heads { get; init; } = [];

    /// <summary>A file with the tokens, where the arrays have none.</summary>
    public string? TokensFile { get; init; }

    /// <summary>How many matrices the figure wants.</summary>
    public ArrayNeed Need { get; init; } = ArrayNeed.One;
}

/// <summary>What a kind of figure is drawn from.</summary>
internal enum ArrayNeed
{
    One,
    Two,
    Several,

    /// <summary>The maps of heads, layer by layer.</summary>
    Stack,

    /// <summary>The same, each for a figure of its own.</summary>
    Each,

    /// <summary>Queries and keys of one head, a row per token.</summary>
    Vectors,

    /// <summary>A number for each layer and head.</summary>
    Values,
}

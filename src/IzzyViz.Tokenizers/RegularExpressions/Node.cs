using System.Collections.Immutable;
using IzzyViz.Tokenizers.Unicode;

namespace IzzyViz.Tokenizers.RegularExpressions;

/// <summary>A parsed pattern.</summary>
internal abstract record Node;

internal sealed record SetNode(CodePointSet Set) : Node;

internal sealed record SequenceNode(ImmutableArray<Node> Items) : Node
{
    public static SequenceNode Empty { get; } = new([]);
}

internal sealed record AlternationNode(ImmutableArray<Node> Branches) : Node;

/// <param name="Max">Most repetitions; <see cref="int.MaxValue"/> for no limit.</param>
internal sealed record RepeatNode(Node Item, int Min, int Max, Greed Greed) : Node;

internal sealed record AtomicNode(Node Item) : Node;

internal sealed record LookNode(Node Item, bool Ahead, bool Negative) : Node;

internal sealed record AnchorNode(Anchor Anchor) : Node;

internal enum Greed
{
    Greedy,
    Lazy,
    Possessive,
}

internal enum Anchor
{
    LineStart,
    LineEnd,
    TextStart,
    TextEnd,

    /// <summary>The end, or before a line feed that ends the text.</summary>
    LastLineEnd,
    WordBoundary,
    NoWordBoundary,
}

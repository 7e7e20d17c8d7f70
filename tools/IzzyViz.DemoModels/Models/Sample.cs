using System.Collections.Immutable;

namespace IzzyViz.DemoModels.Models;

/// <summary>One training example in token ids.</summary>
/// <param name="Ids">What the encoder reads, or the decoder where there is one.</param>
/// <param name="Targets">One for each row of logits: the class, or the next token of every position.</param>
internal sealed record Sample(ImmutableArray<int> Ids, ImmutableArray<int> Targets)
{
    /// <summary>What the encoder of an encoder-decoder reads.</summary>
    public ImmutableArray<int> Source { get; init; } = [];
}

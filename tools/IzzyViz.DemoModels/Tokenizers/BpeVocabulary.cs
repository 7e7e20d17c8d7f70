using System.Collections.Immutable;

namespace IzzyViz.DemoModels.Tokenizers;

/// <param name="Pieces">Special tokens, the 256 bytes, then one piece for each merge.</param>
/// <param name="Merges">In the order they are to be applied.</param>
internal sealed record BpeVocabulary(
    ImmutableArray<string> Special, ImmutableArray<string> Pieces, ImmutableArray<(string Left, string Right)> Merges);

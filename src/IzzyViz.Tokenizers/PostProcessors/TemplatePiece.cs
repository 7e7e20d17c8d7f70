using System.Collections.Immutable;
using IzzyViz.Tokenizers.Encodings;

namespace IzzyViz.Tokenizers.PostProcessors;

/// <summary>One place of a template: a segment, or tokens to put there.</summary>
/// <param name="Segment">0 or 1, -1 for tokens.</param>
internal sealed record TemplatePiece(int Segment, int TypeId, ImmutableArray<TokenEntry> Tokens)
{
    public static TemplatePiece Text(int segment, int typeId) => new(segment, typeId, []);

    public static TemplatePiece Token(int id, string token, int typeId) => new(-1, typeId, [TokenEntry.Added(id, token, typeId)]);
}

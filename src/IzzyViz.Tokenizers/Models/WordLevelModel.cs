namespace IzzyViz.Tokenizers.Models;

/// <summary>A piece is a token or unknown.</summary>
internal sealed class WordLevelModel(Vocabulary vocabulary, UnknownToken unknown) : Model(vocabulary)
{
    protected override TokenPart[] Split(ReadOnlySpan<int> piece, ReadOnlySpan<char> text) =>
        Vocabulary.TryGet(text, out var id)
            ? [new(id, Vocabulary.TokenOf(id) is { } token && text.SequenceEqual(token) ? token : text.ToString(), 0, piece.Length)]
            : [new(unknown.Id, unknown.Text, 0, piece.Length)];
}

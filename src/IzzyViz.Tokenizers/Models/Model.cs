using IzzyViz.Tokenizers.Text;

namespace IzzyViz.Tokenizers.Models;

/// <summary>Turns one piece of text into tokens.</summary>
internal abstract class Model(Vocabulary vocabulary)
{
    private readonly WordCache _cache = new();

    public Vocabulary Vocabulary => vocabulary;

    public TokenPart[] Tokenize(ReadOnlySpan<int> piece)
    {
        if (piece.Length > WordCache.LongestPiece)
        {
            return Split(piece, CodePoints.ToString(piece));
        }

        Span<char> buffer = stackalloc char[WordCache.LongestPiece * 2];
        var key = buffer[..CodePoints.ToUtf16(piece, buffer)];
        if (!_cache.TryGet(key, out var parts))
        {
            parts = Split(piece, key);
            _cache.Add(key, parts);
        }

        return parts;
    }

    /// <param name="text">The same piece in UTF-16.</param>
    protected abstract TokenPart[] Split(ReadOnlySpan<int> piece, ReadOnlySpan<char> text);
}

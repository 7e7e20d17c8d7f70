using System.Collections.Concurrent;

namespace IzzyViz.Tokenizers.Models;

/// <summary>Remembers the tokens of short pieces. Bounded; any number of threads may share it.</summary>
internal sealed class WordCache
{
    public const int LongestPiece = 128;
    private const int MostPieces = 20_000;

    private readonly ConcurrentDictionary<string, TokenPart[]> _parts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TokenPart[]>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private int _count;

    public WordCache() => _lookup = _parts.GetAlternateLookup<ReadOnlySpan<char>>();

    public bool TryGet(ReadOnlySpan<char> piece, out TokenPart[] parts) => _lookup.TryGetValue(piece, out parts!);

    public void Add(ReadOnlySpan<char> piece, TokenPart[] parts)
    {
        if (Volatile.Read(ref _count) < MostPieces && _parts.TryAdd(piece.ToString(), parts))
        {
            Interlocked.Increment(ref _count);
        }
    }
}

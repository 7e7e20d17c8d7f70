using IzzyViz.Tokenizers.Text;

namespace IzzyViz.Tokenizers.Models;

/// <summary>The first symbols of a piece: its characters, the bytes of those the vocabulary lacks, or the unknown token.</summary>
internal sealed class SymbolReader
{
    private readonly Vocabulary _vocabulary;
    private readonly BpeSettings _settings;
    private readonly UnknownToken? _unknown;
    private readonly int[]? _bytes;

    public SymbolReader(Vocabulary vocabulary, BpeSettings settings, string file)
    {
        _vocabulary = vocabulary;
        _settings = settings;
        _unknown = settings.Unknown is { } unknown ? new(unknown, vocabulary, file, "model BPE") : null;
        _bytes = settings.ByteFallback ? ByteTokens.Of(vocabulary) : null;
    }

    public List<Symbol> Read(ReadOnlySpan<int> piece)
    {
        var symbols = new SymbolList(piece.Length);
        for (var i = 0; i < piece.Length; i++)
        {
            var bytes = CodePoints.Utf8Length(piece[i]);
            if (TryCharacter(piece, i, out var id))
            {
                symbols.Add(id, bytes);
            }
            else if (!TryBytes(piece[i], symbols) && _unknown is not null)
            {
                symbols.Hold(_unknown.Id, bytes, _settings.FuseUnknown);
            }
        }

        return symbols.Finish();
    }

    private bool TryCharacter(ReadOnlySpan<int> piece, int index, out int id)
    {
        Span<char> units = stackalloc char[2];
        var character = units[..CodePoints.ToUtf16(piece.Slice(index, 1), units)];
        var (first, last) = (index == 0 || _settings.Prefix.Length == 0, index < piece.Length - 1 || _settings.Suffix.Length == 0);
        return first && last
            ? _vocabulary.TryGet(character, out id)
            : _vocabulary.TryGet(string.Concat(first ? "" : _settings.Prefix, character, last ? "" : _settings.Suffix), out id);
    }

    /// <summary>Byte tokens go in front of an unknown token that is still held back, as in the reference.</summary>
    private bool TryBytes(int character, SymbolList symbols)
    {
        if (_bytes is null)
        {
            return false;
        }

        Span<byte> utf8 = stackalloc byte[4];
        var count = CodePoints.ToUtf8(character, utf8);
        foreach (var value in utf8[..count])
        {
            if (_bytes[value] < 0)
            {
                return false;
            }
        }

        foreach (var value in utf8[..count])
        {
            symbols.AddInFront(_bytes[value], 1);
        }

        return true;
    }
}

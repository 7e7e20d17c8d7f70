using IzzyViz.Tokenizers.Text;

namespace IzzyViz.Tokenizers.Models;

/// <summary>Byte-pair encoding (Sennrich et al., arXiv 1508.07909) with the extensions of GPT-2, CLIP and sentencepiece.</summary>
internal sealed class BpeModel : Model
{
    private readonly BpeSettings _settings;
    private readonly MergeTable _merges;
    private readonly SymbolReader _reader;
    private readonly int _wordMark;

    public BpeModel(Vocabulary vocabulary, MergeTable merges, BpeSettings settings, string file)
        : base(vocabulary)
    {
        _settings = settings;
        _merges = merges;
        _reader = new(vocabulary, settings, file);
        var isPlain = settings is { Prefix: "", Suffix: "", IgnoreMerges: false } && vocabulary.IdOf("▁") is not null;
        _wordMark = isPlain ? merges.WordMark : -1;
    }

    protected override TokenPart[] Split(ReadOnlySpan<int> piece, ReadOnlySpan<char> text)
    {
        if (piece.IsEmpty)
        {
            return [];
        }

        if (_settings.IgnoreMerges && Vocabulary.TryGet(text, out var whole))
        {
            return [new(whole, text.ToString(), 0, piece.Length)];
        }

        return NextWord(piece, 0) < piece.Length ? Words(piece) : Merge(piece);
    }

    /// <summary>Where the next word begins: at a mark behind something else.</summary>
    private int NextWord(ReadOnlySpan<int> piece, int start)
    {
        var end = start + 1;
        while (end < piece.Length && (_wordMark < 0 || piece[end] != _wordMark || piece[end - 1] == _wordMark))
        {
            end++;
        }

        return Math.Min(end, piece.Length);
    }

    private TokenPart[] Words(ReadOnlySpan<int> piece)
    {
        var parts = new List<TokenPart>(piece.Length / 2);
        for (int start = 0, end; start < piece.Length; start = end)
        {
            end = NextWord(piece, start);
            foreach (var part in Tokenize(piece[start..end]))
            {
                parts.Add(part with { Start = part.Start + start, End = part.End + start });
            }
        }

        return [.. parts];
    }

    private TokenPart[] Merge(ReadOnlySpan<int> piece)
    {
        var symbols = _reader.Read(piece);
        var parts = new List<TokenPart>(symbols.Count);
        var cursor = new ByteCursor(piece);
        foreach (var symbol in new MergeQueue(_merges, symbols).Run())
        {
            var (start, end) = cursor.Take(symbol.Bytes);
            parts.Add(new(symbol.Id, Vocabulary.TokenOf(symbol.Id)!, start, end));
        }

        return [.. parts];
    }

    /// <summary>Turns lengths in bytes into characters; byte tokens of one character all get that character.</summary>
    private ref struct ByteCursor(ReadOnlySpan<int> piece)
    {
        private readonly ReadOnlySpan<int> _piece = piece;
        private int _at, _character, _characterAt;

        public (int Start, int End) Take(int bytes)
        {
            while (_characterAt + CodePoints.Utf8Length(_piece[_character]) <= _at)
            {
                _characterAt += CodePoints.Utf8Length(_piece[_character++]);
            }

            var (start, end, endAt) = (_character, _character, _characterAt);
            _at += bytes;
            while (endAt < _at)
            {
                endAt += CodePoints.Utf8Length(_piece[end++]);
            }

            return (start, end);
        }
    }
}

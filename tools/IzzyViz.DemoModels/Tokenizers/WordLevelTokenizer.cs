using System.Collections.Immutable;

namespace IzzyViz.DemoModels.Tokenizers;

/// <summary>One token a word, words parted by blanks, a start token before them.</summary>
internal sealed class WordLevelTokenizer(ImmutableArray<string> pieces, string unknown, string start)
{
    private readonly ImmutableDictionary<string, int> _ids =
        pieces.Select((piece, id) => KeyValuePair.Create(piece, id)).ToImmutableDictionary(StringComparer.Ordinal);

    public ImmutableArray<string> Pieces { get; } = pieces;

    public string Unknown { get; } = unknown;

    public string Start { get; } = start;

    public ImmutableArray<int> Encode(string text) =>
        [_ids[Start], .. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Id)];

    private int Id(string word) => _ids.GetValueOrDefault(word, _ids[Unknown]);
}

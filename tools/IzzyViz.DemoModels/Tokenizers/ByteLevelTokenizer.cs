using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace IzzyViz.DemoModels.Tokenizers;

/// <summary>Byte-level BPE with GPT-2's pre-tokenizer; adds no special tokens.</summary>
internal sealed partial class ByteLevelTokenizer(BpeVocabulary vocabulary)
{
    private const string Gpt2Pattern = @"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+";

    private readonly ImmutableDictionary<string, int> _ids =
        vocabulary.Pieces.Select((piece, id) => KeyValuePair.Create(piece, id)).ToImmutableDictionary(StringComparer.Ordinal);

    private readonly ImmutableDictionary<(string, string), int> _ranks =
        vocabulary.Merges.Select((merge, rank) => KeyValuePair.Create(merge, rank)).ToImmutableDictionary();

    public BpeVocabulary Vocabulary { get; } = vocabulary;

    public int Id(string piece) => _ids[piece];

    public ImmutableArray<int> Encode(string text) => [.. Words(text).SelectMany(Merge).Select(Id)];

    public static IEnumerable<string> Words(string text) => PreToken().Matches(text).Select(match => ByteAlphabet.Spell(match.Value));

    private List<string> Merge(string word)
    {
        var pieces = word.Select(character => character.ToString()).ToList();
        while (true)
        {
            var best = Enumerable.Range(0, pieces.Count - 1)
                .Select(i => (Rank: _ranks.GetValueOrDefault((pieces[i], pieces[i + 1]), int.MaxValue), Index: i))
                .DefaultIfEmpty((Rank: int.MaxValue, Index: 0)).Min();
            if (best.Rank == int.MaxValue)
            {
                return pieces;
            }

            pieces[best.Index] += pieces[best.Index + 1];
            pieces.RemoveAt(best.Index + 1);
        }
    }

    [GeneratedRegex(Gpt2Pattern, RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PreToken();
}

using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace IzzyViz.DemoModels.Tokenizers;

/// <summary>Greedy longest-match WordPiece over lower-cased ASCII words and punctuation, framed by [CLS] and [SEP].</summary>
internal sealed partial class WordPieceTokenizer(ImmutableArray<string> pieces)
{
    public const string Unknown = "[UNK]";
    public const string Continuation = "##";

    private readonly ImmutableDictionary<string, int> _ids =
        pieces.Select((piece, id) => KeyValuePair.Create(piece, id)).ToImmutableDictionary(StringComparer.Ordinal);

    public ImmutableArray<string> Pieces { get; } = pieces;

    public int Id(string piece) => _ids[piece];

    public ImmutableArray<int> Encode(string text)
    {
        var words = WordOrPunctuation().Matches(text.ToLowerInvariant()).Select(match => match.Value);
        return [Id("[CLS]"), .. words.SelectMany(word => Split(word)), Id("[SEP]")];
    }

    private ImmutableArray<int> Split(string word)
    {
        var ids = ImmutableArray.CreateBuilder<int>();
        for (var start = 0; start < word.Length;)
        {
            var end = word.Length;
            while (end > start && !_ids.ContainsKey(Piece(word, start, end)))
            {
                end--;
            }

            if (end == start)
            {
                return [Id(Unknown)];
            }

            ids.Add(Id(Piece(word, start, end)));
            start = end;
        }

        return ids.ToImmutable();
    }

    private static string Piece(string word, int start, int end) => start == 0 ? word[..end] : Continuation + word[start..end];

    [GeneratedRegex(@"[a-z0-9]+|[^\sa-z0-9]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WordOrPunctuation();
}

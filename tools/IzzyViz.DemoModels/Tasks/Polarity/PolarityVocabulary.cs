using System.Collections.Immutable;

namespace IzzyViz.DemoModels.Tasks.Polarity;

/// <summary>Whole words in the order of the lexicon; adverbs are a stem and <c>##ly</c>.</summary>
internal static class PolarityVocabulary
{
    private const string AdverbEnding = "ly";

    public static ImmutableArray<string> Special { get; } = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"];

    public static ImmutableArray<string> Pieces { get; } =
    [
        .. Special, "##ly", .. Words().Select(Stem).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> Words()
    {
        ImmutableArray<ImmutableArray<string>> lists =
        [
            Lexicon.Aspects, Lexicon.Good, Lexicon.Bad, Lexicon.Degrees, Lexicon.Copulas, Lexicon.Negators, Lexicon.Liked, Lexicon.Disliked,
            Lexicon.Like, Lexicon.Dislike, Lexicon.Openers, Lexicon.Tails, Lexicon.Connectives,
        ];
        return lists.SelectMany(list => list).SelectMany(entry => entry.Split(' '));
    }

    private static string Stem(string word) => IsAdverb(word) ? word[..^AdverbEnding.Length] : word;

    private static bool IsAdverb(string word) =>
        Lexicon.Degrees.Contains(word, StringComparer.Ordinal) && word.EndsWith(AdverbEnding, StringComparison.Ordinal);
}

using System.Collections.Immutable;
using IzzyViz.DemoModels.Evaluation;
using IzzyViz.DemoModels.Models;

namespace IzzyViz.DemoModels.Tasks.Polarity;

/// <summary>Where the heads look in "the plot was not dull": from the adjective to the negation, and from [CLS] to both.</summary>
internal static class NegationAttention
{
    private const int Negation = 4;
    private const int Adjective = 5;

    public static ImmutableArray<HeadScore> AdjectiveToNegation(IDemoModel model) => Of(model, Adjective, Negation);

    public static ImmutableArray<HeadScore> ClassToNegation(IDemoModel model) => Of(model, 0, Negation);

    public static ImmutableArray<HeadScore> ClassToAdjective(IDemoModel model) => Of(model, 0, Adjective);

    private static ImmutableArray<HeadScore> Of(IDemoModel model, int query, int key) =>
        AttentionScores.Mean(model, new AttentionProbe<Review>(Sentences(), PolarityTask.ToSample, (_, map) => map[query, key]));

    /// <summary>Every adjective once, with the aspects in turn: [CLS] the X was not A . [SEP].</summary>
    private static ImmutableArray<Review> Sentences() =>
        [.. Lexicon.Good.Concat(Lexicon.Bad).Select((word, i) => Sentence(word, Lexicon.Aspects[i % Lexicon.Aspects.Length]))];

    private static Review Sentence(string adjective, string aspect) =>
        new($"The {aspect} was not {adjective}.", Lexicon.Bad.Contains(adjective, StringComparer.Ordinal), ["negation"]);
}

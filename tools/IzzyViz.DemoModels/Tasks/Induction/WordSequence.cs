using System.Collections.Immutable;

namespace IzzyViz.DemoModels.Tasks.Induction;

/// <param name="Period">After how many words the sequence repeats; 0 where it does not.</param>
internal sealed record WordSequence(ImmutableArray<string> Words, int Period)
{
    public string Text => string.Join(' ', Words);

    /// <summary>Distinct random words, repeated until <paramref name="length"/> is reached.</summary>
    public static WordSequence Repeating(Random random, int period, int length)
    {
        var block = Distinct(random, period);
        return new WordSequence([.. Enumerable.Range(0, length).Select(i => block[i % period])], period);
    }

    public static WordSequence Unrelated(Random random, int length) => new([.. Distinct(random, length)], 0);

    private static string[] Distinct(Random random, int count)
    {
        var words = InductionVocabulary.Words.ToArray();
        random.Shuffle(words);
        return words[..count];
    }
}

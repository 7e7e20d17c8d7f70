using System.Collections.Immutable;
using System.Text.Json.Nodes;
using IzzyViz.DemoModels.Export;
using IzzyViz.DemoModels.Tasks.Induction;

namespace IzzyViz.DemoModels.Datasets;

/// <param name="Tag">The kind: repeated, half-repeated or random.</param>
internal sealed record TaggedSequence(ImmutableArray<string> Words, string Tag);

/// <summary>Lists of words for the decoder, short ones first, the kinds in turn.</summary>
internal static class SequencesDataset
{
    public const int Count = 240;
    public const int ShortTo = 20;

    private const int Seed = 2027;
    private const int ShortestBlock = 5;

    public static ImmutableArray<TaggedSequence> Sequences { get; } = [.. Draw()];

    public static string Rows() => string.Concat(Sequences.Select((sequence, i) => JsonText.Row(new JsonObject
    {
        ["id"] = $"sequence-{i + 1:000}",
        ["text"] = string.Join(' ', sequence.Words),
        ["tags"] = new JsonArray(sequence.Tag, Length(sequence) <= ShortTo ? "short" : "long"),
    })));

    public static int Length(TaggedSequence sequence) => sequence.Words.Length;

    private static IEnumerable<TaggedSequence> Draw()
    {
        var random = new Random(Seed);
        for (var i = 0; i < Count; i++)
        {
            var block = ShortestBlock + i * (InductionTask.LongestPeriod - ShortestBlock + 1) / Count;
            yield return (i % 3) switch
            {
                0 => new(WordSequence.Repeating(random, block, 2 * block).Words, "repeated"),
                1 => new(HalfRepeated(random, block), "half-repeated"),
                _ => new(WordSequence.Unrelated(random, 2 * block).Words, "random"),
            };
        }
    }

    /// <summary>The second block repeats the first half of the first, then goes on with words not yet seen.</summary>
    private static ImmutableArray<string> HalfRepeated(Random random, int block)
    {
        var words = WordSequence.Unrelated(random, 2 * block - block / 2).Words;
        return [.. words[..block], .. words[..(block / 2)], .. words[block..]];
    }
}

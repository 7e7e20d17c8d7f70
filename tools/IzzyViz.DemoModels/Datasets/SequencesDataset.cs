using System.Collections.Immutable;
using System.Text.Json.Nodes;
using IzzyViz.DemoModels.Export;
using IzzyViz.DemoModels.Tasks.Induction;

namespace IzzyViz.DemoModels.Datasets;

/// <summary>Lists of words for the decoder: repeated, half repeated and not repeated, short ones first.</summary>
internal static class SequencesDataset
{
    public const int Count = 240;
    private const int Seed = 2027;
    private const int ShortestBlock = 5;

    public static ImmutableArray<(string Text, string Tag)> Sequences { get; } = [.. Draw()];

    public static string Rows() => string.Concat(Sequences.Select((sequence, i) => JsonText.Row(new JsonObject
    {
        ["id"] = $"sequence-{i + 1:000}",
        ["text"] = sequence.Text,
        ["tags"] = new JsonArray(sequence.Tag, Size(sequence.Text)),
    })));

    private static IEnumerable<(string Text, string Tag)> Draw()
    {
        var random = new Random(Seed);
        for (var i = 0; i < Count; i++)
        {
            var block = ShortestBlock + i * (InductionTask.LongestPeriod - ShortestBlock + 1) / Count;
            yield return (i % 3) switch
            {
                0 => (WordSequence.Repeating(random, block, 2 * block).Text, "repeated"),
                1 => (HalfRepeated(random, block), "half-repeated"),
                _ => (WordSequence.Unrelated(random, 2 * block).Text, "random"),
            };
        }
    }

    /// <summary>The second block repeats the first half of the first, then goes on with words not yet seen.</summary>
    private static string HalfRepeated(Random random, int block)
    {
        var words = WordSequence.Unrelated(random, 2 * block - block / 2).Words;
        return string.Join(' ', [.. words[..block], .. words[..(block / 2)], .. words[block..]]);
    }

    private static string Size(string text) => text.Count(character => character == ' ') < 20 ? "short" : "long";
}

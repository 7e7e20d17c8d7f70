using System.Text.Json.Nodes;
using IzzyViz.DemoModels.Datasets;
using IzzyViz.DemoModels.Export;
using IzzyViz.DemoModels.Tasks.Dates;
using IzzyViz.DemoModels.Tasks.Induction;
using IzzyViz.DemoModels.Tasks.Polarity;
using IzzyViz.Testing;

namespace IzzyViz.DemoModels.Tests.Committed;

public sealed class CommittedFileTests
{
    [Fact]
    public void The_datasets_are_what_the_tool_writes()
    {
        Assert.Equal(ReviewsDataset.Rows(), Text("datasets/reviews.jsonl"));
        Assert.Equal(SequencesDataset.Rows(), Text("datasets/sequences.jsonl"));
        Assert.Equal(DatesDataset.Rows(), Text("datasets/dates.tsv"));
        Assert.Equal(DatasetCards.Reviews(), Text("datasets/reviews.md"));
        Assert.Equal(DatasetCards.Sequences(), Text("datasets/sequences.md"));
        Assert.Equal(DatasetCards.Dates(), Text("datasets/dates.md"));
    }

    [Fact]
    public void The_tokenizers_are_what_the_tool_writes()
    {
        Check("polarity", TokenizerFormats.WordPiece(PolarityTask.Tokenizer, PolarityVocabulary.Special));
        Check("induction/seed-1", TokenizerFormats.WordLevel(InductionTask.Tokenizer, InductionVocabulary.Special));
        Check("dates", TokenizerFormats.ByteLevel(DatesTask.Tokenizer, DatesTask.End));

        static void Check(string folder, TokenizerParts parts) =>
            Assert.Equal(TokenizerFile.Write(parts), Text($"models/{folder}/tokenizer.json"));
    }

    [Theory]
    [InlineData("polarity", "bert")]
    [InlineData("polarity-int8", "bert")]
    [InlineData("induction/step-0000", "opt")]
    [InlineData("dates", "marian")]
    public void A_configuration_counts_as_many_tokens_as_its_tokenizer(string folder, string family)
    {
        var config = JsonNode.Parse(Text($"models/{folder}/config.json"))!;
        var vocabulary = JsonNode.Parse(Text($"models/{folder}/tokenizer.json"))!["model"]!["vocab"]!.AsObject();
        Assert.Equal(family, (string?)config["model_type"]);
        Assert.Equal((int?)config["vocab_size"], vocabulary.Count);
        Assert.Equal(Enumerable.Range(0, vocabulary.Count), vocabulary.Select(piece => (int)piece.Value!));
    }

    private static string Text(string path) => File.ReadAllText(Path.Combine(Repository.Folder, path)).ReplaceLineEndings("\n");
}

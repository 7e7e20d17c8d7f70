using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Summaries;
using IzzyViz.Analysis.Tokens;

namespace IzzyViz.Analysis.Tests.Summaries;

public sealed class ExampleSummaryFileTests
{
    [Fact]
    public void What_is_written_is_read_back_whole()
    {
        var summary = Sample();

        var read = ExampleSummaryFile.Read(ExampleSummaryFile.Write(summary));

        Assert.NotNull(read);
        Assert.Equal(summary.Source.Tokens, read.Source.Tokens);
        Assert.Equal("naïve 猫", read.Source.Texts[0]);
        Assert.Equal(summary.Outputs.Classification!.Classes, read.Outputs.Classification!.Classes);
        Assert.True(double.IsNaN(read.Outputs.Language!.Tokens[0].LogProbability));
        var module = Assert.Single(read.Modules);
        Assert.Equal([0.25, double.NaN], module.Statistics[1]);
        Assert.Equal([1f, 0f, 0.5f, 0.5f], module.Maps[1].Weights.ToArray());
        Assert.False(module.Axes.Mask[0, 1]);
        Assert.True(module.Axes.Mask[1, 1]);
        Assert.True(module.Axes.IsSelf);
    }

    [Fact]
    public void Writing_what_was_read_gives_the_same_bytes()
    {
        var bytes = ExampleSummaryFile.Write(Sample());

        Assert.Equal(bytes, ExampleSummaryFile.Write(ExampleSummaryFile.Read(bytes)!));
    }

    [Fact]
    public void A_file_cut_anywhere_is_not_read()
    {
        var bytes = ExampleSummaryFile.Write(Sample());

        Assert.All(Enumerable.Range(0, bytes.Length), length => Assert.Null(ExampleSummaryFile.Read(bytes.AsMemory(0, length))));
    }

    private static ExampleSummary Sample()
    {
        var tokens = new TokenSequence
        {
            Tokens = [new(5, "naïve", 0, 5, 0, false, 0, 0), new(9, "·猫", 5, 7, 0, false, 0, 1)],
            Texts = ["naïve 猫"],
        };
        var axes = new AttentionAxes(tokens, tokens, AttentionMask.Causal(2, 2));
        return new()
        {
            ExampleId = "a",
            Source = tokens,
            Outputs = new()
            {
                Classification = new("good", 0.75, 0.5, [new("bad", 0.25), new("good", 0.75)], true, 0.2876),
                Language = new([new(5, double.NaN, []), new(9, -1.5, [new(9, "·猫", 0.22)])], 1.5),
            },
            Modules =
            [
                new()
                {
                    Module = new() { Kind = AttentionKind.Decoder, Layer = 0, Heads = 2 },
                    Axes = axes,
                    Check = new(1e-7, 0, double.NaN, true, true, true),
                    Statistics = [[0.5, 1], [0.25, double.NaN]],
                    Maps =
                    [
                        new(new(AttentionKind.Decoder, 0, 0), axes, new float[] { 1, 0, 0.25f, 0.75f }),
                        new(new(AttentionKind.Decoder, 0, 1), axes, new float[] { 1, 0, 0.5f, 0.5f }),
                    ],
                },
            ],
        };
    }
}

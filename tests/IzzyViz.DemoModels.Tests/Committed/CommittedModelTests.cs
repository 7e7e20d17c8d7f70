using System.Collections.Immutable;
using IzzyViz.DemoModels.Datasets;
using IzzyViz.DemoModels.Models;
using IzzyViz.DemoModels.Operations;
using IzzyViz.DemoModels.Tasks.Dates;
using IzzyViz.DemoModels.Tasks.Induction;
using IzzyViz.DemoModels.Tasks.Polarity;
using IzzyViz.DemoModels.Tests.Models;
using IzzyViz.Testing;

namespace IzzyViz.DemoModels.Tests.Committed;

/// <summary>The models in the repository, run by ONNX Runtime on the datasets in the repository.</summary>
public sealed class CommittedModelTests
{
    [Theory]
    [InlineData("polarity")]
    [InlineData("polarity-int8")]
    public void The_classifier_is_right_on_97_of_100_held_out_reviews(string folder)
    {
        using var graph = Load(folder, "model.onnx");
        ImmutableArray<Sample> samples = [.. ReviewsDataset.Reviews.Take(ReviewsDataset.Generated).Select(PolarityTask.ToSample)];
        Assert.True(Accuracy(graph, samples) >= 0.97);
    }

    [Fact]
    public void The_translator_writes_98_of_100_held_out_dates_exactly()
    {
        using var encoder = Load("dates", "encoder_model.onnx");
        using var decoder = Load("dates", "decoder_model.onnx");
        ImmutableArray<Sample> samples = [.. DatesDataset.Dates.Select(DatesTask.ToSample)];
        Assert.True(Share(samples, ExportTests.Translate(encoder, decoder, samples), hits => hits.All(hit => hit)) >= 0.98);
    }

    [Fact]
    public void Every_seed_ends_with_induction()
    {
        var folders = Enumerable.Range(InductionTask.FirstSeed, InductionTask.Seeds).Select(seed => $"induction/seed-{seed}");
        Assert.All(folders, folder => Assert.True(RepetitionAccuracy(folder) > 0.95, folder));
    }

    [Fact]
    public void The_checkpoints_show_the_change()
    {
        var accuracies = InductionTask.Checkpoints.Select(step => RepetitionAccuracy($"induction/step-{step:0000}")).ToArray();
        Assert.True(accuracies[0] < 0.05);
        Assert.True(accuracies[1] < 0.2);
        Assert.Contains(accuracies, accuracy => accuracy is > 0.3 and < 0.9);
        Assert.True(accuracies[^1] > 0.95);
        var last = Bytes($"induction/step-{InductionTask.Checkpoints[^1]:0000}", "model.onnx");
        Assert.Equal(Bytes($"induction/seed-{InductionTask.FirstSeed}", "model.onnx"), last);
    }

    [Fact]
    public void All_models_together_stay_under_six_megabytes()
    {
        var folder = new DirectoryInfo(Path.Combine(Repository.Folder, "models"));
        Assert.True(folder.EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length) < 6_000_000);
    }

    private static double RepetitionAccuracy(string folder)
    {
        using var graph = Load(folder, "model.onnx");
        ImmutableArray<Sample> samples = [.. InductionScores.HeldOut().Select(InductionTask.ToRepetition)];
        return Share(samples, graph.Run(ExportTests.Pad(samples.Select(s => s.Ids))), hits => hits.Average(hit => hit ? 1.0 : 0.0));
    }

    private static double Accuracy(OnnxGraph graph, ImmutableArray<Sample> samples) =>
        Share(samples, graph.Run(ExportTests.Pad(samples.Select(s => s.Ids))), hits => hits[0]);

    private static double Share(ImmutableArray<Sample> samples, float[] logits, Func<bool[], bool> right) =>
        Share(samples, logits, hits => right(hits) ? 1.0 : 0.0);

    /// <param name="logits">[sample, position, class], padded to the longest sample.</param>
    private static double Share(ImmutableArray<Sample> samples, float[] logits, Func<bool[], double> score)
    {
        var positions = samples.Max(sample => sample.Targets.Length);
        var classes = logits.Length / (samples.Length * positions);
        return samples.Select((sample, s) => score(
        [
            .. from i in Enumerable.Range(0, sample.Targets.Length)
               where sample.Targets[i] != CrossEntropy.Ignored
               let row = logits.AsSpan((s * positions + i) * classes, classes).ToArray()
               select Array.IndexOf(row, row.Max()) == sample.Targets[i],
        ])).Average();
    }

    private static OnnxGraph Load(string folder, string file) => new(Bytes(folder, file));

    private static byte[] Bytes(string folder, string file) => File.ReadAllBytes(Path.Combine(Repository.Folder, "models", folder, file));
}

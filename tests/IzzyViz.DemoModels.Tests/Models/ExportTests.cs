using System.Collections.Immutable;
using IzzyViz.DemoModels.Models;
using IzzyViz.DemoModels.Numerics;
using IzzyViz.DemoModels.Onnx;
using Microsoft.ML.OnnxRuntime;

namespace IzzyViz.DemoModels.Tests.Models;

public sealed class ExportTests
{
    private const double Tolerance = 1e-4;

    [Theory]
    [InlineData("classifier", "attention_mask,input_ids,token_type_ids")]
    [InlineData("decoder", "attention_mask,input_ids")]
    public void A_padded_batch_in_the_graph_gives_the_logits_of_the_forward_pass(string kind, string inputs)
    {
        var model = TinyModels.New(kind);
        using var graph = new OnnxGraph(model.Export(WeightFormat.Float32)["model.onnx"]);
        Assert.Equal(inputs, string.Join(',', graph.Inputs));
        Assert.Equal(["logits"], graph.Outputs);
        CheckEachSample(model, TinyModels.Samples(kind), graph.Run(Pad(TinyModels.Samples(kind).Select(s => s.Ids))));
    }

    [Fact]
    public void Encoder_and_decoder_graphs_together_give_the_logits_of_the_forward_pass()
    {
        var model = TinyModels.New("encoder-decoder");
        var files = model.Export(WeightFormat.Float32);
        using var encoder = new OnnxGraph(files["encoder_model.onnx"]);
        using var decoder = new OnnxGraph(files["decoder_model.onnx"]);
        Assert.Equal(["last_hidden_state"], encoder.Outputs);
        Assert.Equal(["encoder_attention_mask", "encoder_hidden_states", "input_ids"], decoder.Inputs);
        var samples = TinyModels.Samples("encoder-decoder");
        CheckEachSample(model, samples, Translate(encoder, decoder, samples));
    }

    [Fact]
    public void Int8_weights_in_the_graph_are_the_rounded_weights()
    {
        var model = TinyModels.New("classifier");
        using var graph = new OnnxGraph(model.Export(WeightFormat.Int8)["model.onnx"]);
        var samples = TinyModels.Samples("classifier");
        var before = Logits(model, samples);
        foreach (var parameter in model.Parameters.All.Where(parameter => parameter.Matrix.Rows > 1))
        {
            Int8Weights.RoundInPlace(parameter.Matrix);
        }

        CheckEachSample(model, samples, graph.Run(Pad(samples.Select(s => s.Ids))));
        Assert.True(before.Zip(Logits(model, samples)).Max(pair => Math.Abs(pair.First - pair.Second)) > Tolerance);
    }

    internal static float[] Translate(OnnxGraph encoder, OnnxGraph decoder, ImmutableArray<Sample> samples)
    {
        var source = Pad(samples.Select(s => s.Source));
        var states = encoder.Run(source);
        using var hidden = OrtValue.CreateTensorValueFromMemory(states, [source.Rows, source.Columns, states.Length / source.Ids.Length]);
        using var mask = OnnxGraph.Integers(source.Mask, source);
        return decoder.Run(Pad(samples.Select(s => s.Ids)), ("encoder_hidden_states", hidden), ("encoder_attention_mask", mask));
    }

    internal static PaddedIds Pad(IEnumerable<ImmutableArray<int>> sequences) => new([.. sequences], padding: 0);

    /// <summary>Compares the rows that have a target: padding rows of the graph mean nothing.</summary>
    private static void CheckEachSample(IDemoModel model, ImmutableArray<Sample> samples, float[] graph)
    {
        var longest = samples.Max(sample => sample.Targets.Length);
        var classes = graph.Length / (samples.Length * longest);
        var expected = Logits(model, samples);
        var row = 0;
        for (var sample = 0; sample < samples.Length; sample++)
        {
            for (var i = 0; i < samples[sample].Targets.Length * classes; i++)
            {
                Assert.Equal(expected[row * classes + i], graph[sample * longest * classes + i], Tolerance);
            }

            row += samples[sample].Targets.Length;
        }
    }

    private static float[] Logits(IDemoModel model, ImmutableArray<Sample> samples) =>
        model.Logits(new Tape(), PackedBatch.Of(samples)).Values.ToArray();
}

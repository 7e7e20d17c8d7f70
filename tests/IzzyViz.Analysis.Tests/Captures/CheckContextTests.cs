using IzzyViz.Analysis.Captures.Checks;
using IzzyViz.Analysis.Captures.Inputs;
using IzzyViz.Analysis.Captures.Running;
using IzzyViz.Analysis.Models;
using Microsoft.ML.OnnxRuntime;

namespace IzzyViz.Analysis.Tests.Captures;

/// <summary>Whether sizes leave it open that attention runs between examples.</summary>
public sealed class CheckContextTests
{
    [Theory]
    [InlineData(2, 2, 2, false)]
    [InlineData(2, 2, 7, true)]
    [InlineData(2, 3, 3, true)]
    [InlineData(1, 1, 1, true)]
    public void As_many_examples_as_queries_and_keys_are_not_told_apart_by_size(int batch, int queries, int keys, bool fits)
    {
        using var value = OrtValue.CreateTensorValueFromMemory(new float[batch * queries * keys], [batch, 1, queries, keys]);
        var weights = WeightsBuffer.Of(value, new() { Output = "p" }, batch, keys)!;
        var module = new AttentionModule { Kind = AttentionKind.Decoder, Layer = 0, Heads = 1 };
        var context = new CheckContext(RealTokens.All, double.NaN, 1e-4, 1e-3, queries, keys) { Batch = batch, MayRelateExamples = true };

        Assert.Equal(fits, context.Fits(module, weights));
        Assert.True((context with { MayRelateExamples = false }).Fits(module, weights));
    }
}

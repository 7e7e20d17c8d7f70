using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Onnx;
using IzzyViz.Testing;

namespace IzzyViz.Analysis.Tests.Captures;

/// <summary>Fused attention that says of itself what cannot be so, or what its inputs do not tell.</summary>
public sealed class FusedRefusalTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void Past_and_present_in_one_buffer_are_refused_with_the_reason() =>
        AssertRefused("share one buffer", OnnxAttribute.Of("num_heads", TinyModel.Heads), OnnxAttribute.Of("past_present_share_buffer", 1));

    [Theory]
    [InlineData(0, 0, 24)]
    [InlineData(8, 8, 800)]
    [InlineData(8, 4, 12)]
    [InlineData(-8, -8, 40)]
    public void Sizes_that_do_not_fit_the_projection_are_refused(long query, long key, long value) =>
        AssertRefused("do not fit", OnnxAttribute.Of("num_heads", TinyModel.Heads), OnnxAttribute.Of("qkv_hidden_sizes", [query, key, value]));

    [Theory]
    [InlineData(0)]
    [InlineData(-2)]
    [InlineData(3)]
    [InlineData(16)]
    public void Heads_that_do_not_divide_the_projection_are_refused(long heads) => AssertRefused("do not fit", OnnxAttribute.Of("num_heads", heads));

    public void Dispose() => _folder.Dispose();

    private void AssertRefused(string reason, params ImmutableArray<OnnxAttribute> attributes)
    {
        var model = new TinyModel();
        var weights = model.Keep("packed", model.Numbers(TinyModel.Size * 24), TinyModel.Size, 24);
        model.Save(_folder["model.onnx"], model.Fused("Attention", [model.Hidden, weights, model.Keep("bias", new float[24], 24)], attributes));

        var structure = ModelReader.Inspect(ModelFolder.Find(_folder.Path, null, new())!, new DiagnosticBag())!;

        Assert.Contains(reason, Assert.Single(structure.Refusals).Why, StringComparison.Ordinal);
        Assert.DoesNotContain(structure.Modules, m => m.Refused is null);
    }
}

using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Onnx;
using IzzyViz.Testing;

namespace IzzyViz.Analysis.Tests.Captures;

public sealed class FormTests : IDisposable
{
    private const double Tolerance = 2e-6;

    private readonly TempFolder _folder = new();

    public static TheoryData<string> Names => [.. Forms.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_form_gives_the_weights_of_the_definition_whatever_the_names_and_the_order_of_nodes(string form)
    {
        AssertDefined(form, null);
        AssertDefined(form, 1);
        AssertDefined(form, 2);
    }

    [Fact]
    public void A_mask_above_the_diagonal_makes_a_decoder()
    {
        var model = new TinyModel();
        var mask = Enumerable.Range(0, 64).Select(i => i % 8 > i / 8 ? float.MinValue : 0f).ToArray();
        var part = model.Graph.Slice(model.Graph.Slice(model.Keep("mask", mask, 1, 1, 8, 8), 2, 0, TinyModel.Ids.Length), 3, 0, TinyModel.Ids.Length);
        using var session = Open(model, Forms.Mix(model, model.Graph.Add("Add", [model.Scores(), part])), new() { Calibrate = false });

        using var capture = session.Run(new ModelInput { Source = TinyModel.Ids });

        var module = Assert.Single(capture.Modules);
        Assert.Equal("decoder.0", module.Module.Name);
        Assert.False(module.Mask[1, 2]);
        Assert.True(module.Mask[2, 2]);
        AssertEqual(model.Expected((i, j) => j <= i), module);
    }

    [Fact]
    public void A_sink_takes_part_of_each_row_and_is_no_token()
    {
        var model = new TinyModel();
        var g = model.Graph;
        var sink = g.Add("Expand", [model.Keep("sink", [0.5f, -0.25f], 1, 2, 1, 1), g.Ints(1, 2, TinyModel.Ids.Length, 1)]);
        var weights = Forms.Softmax(model, g.Add("Concat", [model.Scores(), sink], OnnxAttribute.Of("axis", -1)));
        using var session = Open(model, g.Add("MatMul", [g.Slice(weights, 3, 0, -1), model.Value]), new() { Calibrate = false });

        using var capture = session.Run(new ModelInput { Source = TinyModel.Ids });

        var module = Assert.Single(capture.Modules);
        Assert.Equal(RowSum.AtMostOne, module.Module.RowSum);
        AssertEqual(model.Expected(sink: h => h == 0 ? 0.5 : -0.25), module);
    }

    [Fact]
    public void Another_stream_of_tokens_makes_cross_attention()
    {
        var model = new TinyModel();
        model.Inputs.Add(TinyModel.Input("decoder_input_ids", ElementType.Int64, "batch", "target"));
        var target = model.Graph.Add("Gather", ["table", "decoder_input_ids"]);
        var query = model.Heads4(model.Graph.Add("MatMul", [target, "wq"]));
        var scores = model.Graph.Add("Mul", [model.Graph.Add("MatMul", [query, model.Graph.Transpose(model.Key, 0, 1, 3, 2)]), model.Graph.Number(TinyModel.Scale, ElementType.Float32)]);
        using var session = Open(model, Forms.Mix(model, scores));

        using var capture = session.Run(new ModelInput { Source = TinyModel.Ids, Target = [.. TinyModel.Ids.Take(3)] });

        var module = Assert.Single(capture.Modules);
        Assert.Equal("cross.0", module.Module.Name);
        Assert.Equal((3, 5), (module.Queries, module.Keys));
        Assert.Equal(model.Expected()[1, 2, 4], module.Weights()[(1 * 15) + (2 * 5) + 4], Tolerance);
    }

    [Fact]
    public void Values_of_the_classifier_kind_are_refused_with_the_reason()
    {
        var model = new TinyModel();
        var router = Forms.Softmax(model, model.Project(model.Hidden, "router", model.Numbers(TinyModel.Size * TinyModel.Size)));
        AssertRefused(model, model.Graph.Add("MatMul", [router, model.Hidden]), "constant");
    }

    [Fact]
    public void Attention_between_channels_is_refused_even_where_all_sizes_are_equal()
    {
        var model = new TinyModel();
        var g = model.Graph;
        var (q, k, v) = (g.Transpose(model.Query, 0, 1, 3, 2), g.Transpose(model.Key, 0, 1, 3, 2), g.Transpose(model.Value, 0, 1, 3, 2));
        AssertRefused(model, g.Add("MatMul", [Forms.Softmax(model, g.Add("MatMul", [q, g.Transpose(k, 0, 1, 3, 2)])), v]), "channels");
    }

    [Fact]
    public void A_codebook_as_long_as_the_input_is_refused()
    {
        var model = new TinyModel();
        var codes = model.Keep("codes", model.Numbers(TinyModel.Ids.Length * TinyModel.Size), TinyModel.Ids.Length, TinyModel.Size);
        var scores = model.Graph.Add("MatMul", [model.Hidden, model.Graph.Transpose(codes, 1, 0)]);
        AssertRefused(model, model.Graph.Add("MatMul", [Forms.Softmax(model, scores), codes]), "constant");
    }

    public void Dispose() => _folder.Dispose();

    private void AssertDefined(string form, int? scramble)
    {
        var model = new TinyModel { Scramble = scramble };
        using var session = Open(model, Forms.All[form](model));

        using var capture = session.Run(new ModelInput { Source = TinyModel.Ids });

        AssertEqual(model.Expected(), Assert.Single(capture.Modules));
        Assert.Empty(capture.Findings);
        Assert.Empty(session.CheckOutputs(new ModelInput { Source = TinyModel.Ids }).Findings);
    }

    private static void AssertEqual(double[,,] expected, CapturedModule module)
    {
        var weights = module.Weights();
        Assert.Equal(expected.Length, weights.Length);
        var index = 0;
        foreach (var value in expected)
        {
            Assert.Equal(value, weights[index++], Tolerance);
        }

        Assert.True(module.Check.Passed);
    }

    private ModelSession Open(TinyModel model, string result, CaptureOptions? options = null)
    {
        model.Save(_folder["model.onnx"], result);
        return ModelSession.Open(ModelFolder.Find(_folder.Path, null, new())!, options ?? new() { Calibrate = false });
    }

    private void AssertRefused(TinyModel model, string result, string reason)
    {
        model.Save(_folder["model.onnx"], result);
        var structure = ModelReader.Inspect(ModelFolder.Find(_folder.Path, null, new())!, new DiagnosticBag())!;
        Assert.Empty(structure.Modules);
        Assert.Contains(structure.Refusals, r => r.Why.Contains(reason, StringComparison.Ordinal));
    }
}

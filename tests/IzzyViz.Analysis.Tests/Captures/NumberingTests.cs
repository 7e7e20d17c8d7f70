using System.Collections.Immutable;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Onnx;
using IzzyViz.Analysis.Tensors;
using IzzyViz.Testing;

namespace IzzyViz.Analysis.Tests.Captures;

/// <summary>A layer's number says which layer it is, whatever becomes of its neighbours.</summary>
public sealed class NumberingTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly TinyModel _model = new();

    [Fact]
    public void Attention_that_cannot_be_read_keeps_its_number()
    {
        var modules = Inspect(Layer(Layer(Layer(_model.Hidden, "a", Mix), "b", (p, v) => Mix(_model.Graph.Add("Mul", [p, _model.Graph.Add("Sigmoid", [p])]), v)), "c", Mix));

        Assert.Equal(["encoder.0", "encoder.1", "encoder.2"], modules.Select(m => m.Name));
        Assert.Equal([true, false, true], modules.Select(m => m.Refused is null));
    }

    /// <remarks>An optimiser, or another exporter, writes the same graph in another order.</remarks>
    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Parallel_branches_are_numbered_as_they_are_joined_whatever_the_order_of_nodes(int? scramble)
    {
        string Branch(string name, Func<string, string, string> mix) => Layer(Layer(_model.Hidden, $"{name}0", mix), $"{name}1", mix);
        var (unread, read) = (Branch("a", (p, v) => Mix(_model.Graph.Add("Mul", [p, _model.Graph.Add("Sigmoid", [p])]), v)), Branch("b", Mix));
        _model.Scramble = scramble;

        var modules = Inspect(_model.Graph.Add("Concat", [read, unread], OnnxAttribute.Of("axis", -1)));

        Assert.Equal(["encoder.0", "encoder.1", "encoder.2", "encoder.3"], modules.Select(m => m.Name));
        Assert.Equal([true, true, false, false], modules.Select(m => m.Refused is null));
    }

    /// <remarks>Their results are projected and summed, as those of heads that are computed one by one are.</remarks>
    [Fact]
    public void Layers_side_by_side_that_have_heads_each_are_two()
    {
        string Side(string name) => _model.Project(_model.Graph.Reshape(_model.Graph.Transpose(Mix(Weights(_model.Hidden, name), Heads(_model.Hidden, $"{name}v")), 0, 2, 1, 3), 0, 0, TinyModel.Size), $"{name}o", _model.QueryWeights);

        var modules = Inspect(_model.Graph.Add("Add", [_model.Graph.Add("Add", [_model.Hidden, Side("a")]), Side("b")]));

        Assert.Equal(["encoder.0", "encoder.1"], modules.Select(m => m.Name));
        Assert.Equal([TinyModel.Heads, TinyModel.Heads], modules.Select(m => m.Heads));
    }

    [Fact]
    public void What_is_no_attention_takes_no_number()
    {
        var first = Layer(_model.Hidden, "a", Mix);
        var tokens = TinyModel.Ids.Length;
        var gates = Forms.Softmax(_model, _model.Graph.Add("MatMul", [first, _model.Keep("gates", _model.Numbers(TinyModel.Size * tokens), TinyModel.Size, tokens)]));

        var modules = Inspect(Layer(_model.Graph.Add("Add", [first, _model.Graph.Add("MatMul", [gates, first])]), "c", Mix));

        Assert.Equal(["encoder.0", "encoder.1"], modules.Select(m => m.Name));
    }

    [Fact]
    public void A_layer_that_reuses_weights_counts_and_is_told()
    {
        var weights = Weights(_model.Hidden, "a");
        var first = Joined(_model.Hidden, Mix(weights, Heads(_model.Hidden, "av")));
        var second = Joined(first, Mix(weights, Heads(first, "bv")));

        var modules = Inspect(Layer(second, "c", Mix));

        Assert.Equal(["encoder.0", "encoder.2"], modules.Select(m => m.Name));
        Assert.Equal([1, 0], modules.Select(m => m.FurtherProducts));
    }

    /// <remarks>As the first BERT of all was written: residual sums and norms go over rows too.</remarks>
    [Fact]
    public void Tokens_that_stay_in_the_rows_of_a_matrix_between_layers_are_tokens()
    {
        var g = _model.Graph;
        var rows = g.Reshape(_model.Hidden, -1, TinyModel.Size);
        var shape = g.Add("Concat", [g.Slice(g.Add("Shape", [_model.Hidden]), 0, 0, 2), g.Ints(TinyModel.Heads, TinyModel.HeadSize)], OnnxAttribute.Of("axis", 0));
        string Part(string name) => g.Transpose(g.Add("Reshape", [_model.Project(rows, name, _model.Numbers(TinyModel.Size * TinyModel.Size)), shape]), 0, 2, 1, 3);
        foreach (var layer in new[] { "a", "b" })
        {
            var weights = Forms.Softmax(_model, g.Add("MatMul", [Part($"{layer}q"), g.Transpose(Part($"{layer}k"), 0, 1, 3, 2)]));
            rows = g.Add("Add", [rows, g.Reshape(g.Transpose(Mix(weights, Part($"{layer}v")), 0, 2, 1, 3), -1, TinyModel.Size)]);
        }

        Assert.Equal(["encoder.0", "encoder.1"], Inspect(rows).Select(m => m.Name));
    }

    [Fact]
    public void Two_kinds_of_values_in_one_layer_are_one_layer()
    {
        var both = Layer(_model.Hidden, "a", (p, v) => _model.Graph.Add("Add", [Mix(p, v), Mix(p, Heads(_model.Hidden, "more"))]));

        var modules = Inspect(Layer(both, "b", Mix));

        Assert.Equal(["encoder.0", "encoder.1"], modules.Select(m => m.Name));
        Assert.Equal([1, 0], modules.Select(m => m.FurtherProducts));
    }

    [Fact]
    public void Learned_queries_that_read_tokens_again_cross_and_do_not_pool()
    {
        var slots = _model.Keep("slots", _model.Numbers(3 * TinyModel.Size), 1, 3, TinyModel.Size);
        var once = Layer(slots, "a", Mix, _model.Hidden);

        var modules = Inspect(Layer(once, "b", Mix, _model.Hidden));

        Assert.Equal(["cross.0", "cross.1"], modules.Select(m => m.Name));
    }

    /// <remarks>A resampler (Flamingo, Alayrac et al. 2022): few latents stand for an image, and text attends to them.</remarks>
    [Fact]
    public void Text_may_attend_to_slots_that_have_read_another_stream()
    {
        _model.Inputs.Add(TinyModel.Input("frames", ElementType.Float32, "batch", "frame", $"{TinyModel.Size}"));
        var latents = Layer(_model.Keep("latents", _model.Numbers(3 * TinyModel.Size), 1, 3, TinyModel.Size), "a", Mix, "frames");

        var modules = Inspect(Layer(Layer(_model.Hidden, "b", Mix, latents), "c", Mix));

        Assert.Equal(["cross.0", "cross.1", "decoder.0"], modules.Select(m => m.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_shape_taken_from_queries_that_have_read_does_not_make_keys_of_them()
    {
        var g = _model.Graph;
        var slots = _model.Keep("slots", _model.Numbers(3 * TinyModel.Size), 1, 3, TinyModel.Size);
        var once = Layer(slots, "a", Mix, _model.Hidden);
        var shape = g.Add("Concat", [g.Slice(g.Add("Shape", [once]), 0, 0, 1), g.Ints(-1, TinyModel.Size)], OnnxAttribute.Of("axis", 0));

        var modules = Inspect(Layer(once, "b", Mix, g.Add("Reshape", [_model.Hidden, shape])));

        Assert.Equal(["cross.0", "cross.1"], modules.Select(m => m.Name));
    }

    [Fact]
    public void States_of_a_recurrent_layer_attend_where_a_product_moves_them_behind_the_batch()
    {
        var g = _model.Graph;
        string[] weights = [_model.Keep("w", _model.Numbers(3 * TinyModel.Size * TinyModel.Size), 1, 3 * TinyModel.Size, TinyModel.Size), _model.Keep("r", _model.Numbers(3 * TinyModel.Size * TinyModel.Size), 1, 3 * TinyModel.Size, TinyModel.Size)];
        var states = g.Add("Squeeze", [g.Add("GRU", [g.Transpose(_model.Hidden, 1, 0, 2), .. weights], OnnxAttribute.Of("hidden_size", TinyModel.Size)), g.Ints(1)]);
        var scores = _model.Fused("FusedMatMul", [states, states], [OnnxAttribute.Of("transB", 1), OnnxAttribute.Of("transBatchA", 1), OnnxAttribute.Of("transBatchB", 1)]);

        var modules = Inspect(_model.Fused("FusedMatMul", [Forms.Softmax(_model, scores), states], [OnnxAttribute.Of("transBatchB", 1)]));

        Assert.Null(Assert.Single(modules).Refused);
    }

    /// <remarks>Code that expects tokens first, fed with examples first: as many examples as tokens give every shape a second reading.</remarks>
    [Theory]
    [InlineData(5)]
    [InlineData(4)]
    public void Attention_between_examples_is_never_drawn(int examples)
    {
        var g = _model.Graph;
        string First(string name) => g.Transpose(g.Reshape(_model.Project(_model.Hidden, name, _model.Numbers(TinyModel.Size * TinyModel.Size)), examples, -1, TinyModel.HeadSize), 1, 0, 2);
        var weights = Forms.Softmax(_model, g.Add("MatMul", [First("fq"), g.Transpose(First("fk"), 0, 2, 1)]));

        Assert.Empty(Drawn(g.Add("MatMul", [weights, First("fv")]), examples));
    }

    public void Dispose() => _folder.Dispose();

    private string Layer(string hidden, string name, Func<string, string, string> mix, string? keys = null) =>
        Joined(hidden, mix(Weights(hidden, name, keys), Heads(keys ?? hidden, $"{name}v")));

    private string Weights(string hidden, string name, string? keys = null)
    {
        var g = _model.Graph;
        return Forms.Softmax(_model, g.Add("MatMul", [Heads(hidden, $"{name}q"), g.Transpose(Heads(keys ?? hidden, $"{name}k"), 0, 1, 3, 2)]));
    }

    private string Heads(string hidden, string name) => _model.Heads4(_model.Project(hidden, name, _model.Numbers(TinyModel.Size * TinyModel.Size)));

    private string Mix(string weights, string values) => _model.Graph.Add("MatMul", [weights, values]);

    private string Joined(string hidden, string mixed) =>
        _model.Graph.Add("Add", [hidden, _model.Graph.Reshape(_model.Graph.Transpose(mixed, 0, 2, 1, 3), 0, 0, TinyModel.Size)]);

    private ImmutableArray<AttentionModule> Inspect(string result)
    {
        _model.Save(_folder["model.onnx"], result);
        return ModelReader.Inspect(ModelFolder.Find(_folder.Path, null, new())!, new DiagnosticBag())!.Modules;
    }

    private List<string> Drawn(string result, int examples)
    {
        _model.Save(_folder["model.onnx"], result);
        var ids = Tensor.Of([.. Enumerable.Range(0, examples * TinyModel.Ids.Length).Select(i => (long)(i % TinyModel.Vocabulary))], examples, TinyModel.Ids.Length);
        try
        {
            using var session = ModelSession.Open(ModelFolder.Find(_folder.Path, null, new())!, new() { Calibrate = false });
            using var capture = session.Run(ImmutableDictionary<string, Tensor>.Empty.Add("input_ids", ids));
            return [.. capture.Modules.Where(m => m.Check.Passed).Select(m => m.Module.Name)];
        }
        catch (DiagnosticException)
        {
            return [];
        }
    }
}

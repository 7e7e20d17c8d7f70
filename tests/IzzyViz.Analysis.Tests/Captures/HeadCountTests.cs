using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Onnx;
using IzzyViz.Testing;

namespace IzzyViz.Analysis.Tests.Captures;

/// <summary>What a graph alone says of its heads, before anything is run: two of them, in each way of splitting a projection.</summary>
public sealed class HeadCountTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void Queries_keys_and_values_side_by_side_within_each_head() => AssertTwo((m, part) =>
        Taken(m, m.Graph.Reshape(Packed(m), 0, 0, TinyModel.Heads, 3, TinyModel.HeadSize), 3, part));

    [Fact]
    public void Heads_side_by_side_within_queries_keys_and_values() => AssertTwo((m, part) =>
        Taken(m, m.Graph.Reshape(Packed(m), 0, 0, 3, TinyModel.Heads, TinyModel.HeadSize), 2, part));

    [Fact]
    public void A_number_of_heads_that_is_left_open() => AssertTwo((m, part) =>
        m.Graph.Transpose(m.Graph.Reshape(m.Narrow($"part {part}", m.Numbers(TinyModel.Size * TinyModel.Size)), 0, 0, -1, TinyModel.HeadSize), 0, 2, 1, 3));

    [Fact]
    public void Heads_folded_into_the_batch() => AssertTwo((m, part) =>
        m.Graph.Reshape(m.Heads4(m.Narrow($"part {part}", m.Numbers(TinyModel.Size * TinyModel.Size))), -1, TinyModel.Ids.Length, TinyModel.HeadSize));

    [Fact]
    public void Queries_keys_and_values_that_are_taken_apart_are_no_heads() => AssertTwo((m, part) =>
    {
        var g = m.Graph;
        var own = g.Add("Gather", [g.Reshape(Packed(m), 0, 0, 3, TinyModel.Size), g.IntScalar(part)], OnnxAttribute.Of("axis", 2));
        string Size(long axis) => g.Unsqueeze(g.Size(own, axis), 0);
        return g.Transpose(g.Add("Reshape", [own, g.Add("Concat", [Size(0), Size(1), g.Add("Div", [Size(2), g.Ints(TinyModel.HeadSize)]), g.Ints(TinyModel.HeadSize)], OnnxAttribute.Of("axis", 0))]), 0, 2, 1, 3);
    });

    public void Dispose() => _folder.Dispose();

    private void AssertTwo(Func<TinyModel, int, string> part)
    {
        var m = new TinyModel();
        var g = m.Graph;
        var (query, key, value) = (part(m, 0), part(m, 1), part(m, 2));
        var isFolded = g.Nodes[^1].Op == "Reshape";
        var turned = isFolded ? g.Transpose(key, 0, 2, 1) : g.Transpose(key, 0, 1, 3, 2);
        m.Save(_folder["model.onnx"], g.Add("MatMul", [Forms.Softmax(m, g.Add("MatMul", [query, turned])), value]));

        var module = Assert.Single(ModelReader.Inspect(ModelFolder.Find(_folder.Path, null, new())!, new())!.Modules);

        Assert.Equal((TinyModel.Heads, TinyModel.Heads), (module.Heads, module.KeyValueHeads));
    }

    private static string Packed(TinyModel m) => m.Tensors.Exists(t => t.Name == "packed")
        ? m.Graph.Add("MatMul", [m.Hidden, "packed"]) : m.Narrow("packed", m.Numbers(3 * TinyModel.Size * TinyModel.Size));

    private static string Taken(TinyModel m, string split, long axis, int part) =>
        m.Graph.Transpose(m.Graph.Add("Gather", [split, m.Graph.IntScalar(part)], OnnxAttribute.Of("axis", axis)), 0, 2, 1, 3);
}

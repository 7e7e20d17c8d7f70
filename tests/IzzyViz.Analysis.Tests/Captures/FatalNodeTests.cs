using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Onnx;
using IzzyViz.Testing;

namespace IzzyViz.Analysis.Tests.Captures;

/// <summary>What would take the process with it is refused by name, and its neighbours are not.</summary>
public sealed class FatalNodeTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly TinyModel _model = new();

    [Theory]
    [InlineData("Div", true)]
    [InlineData("Mod", true)]
    [InlineData("Mul", false)]
    public void The_least_integer_is_not_divided_by_minus_one(string op, bool isFatal)
    {
        _model.Graph.Add(op, [_model.Graph.Ints(5, long.MinValue), _model.Graph.Ints(2, -1)]);

        AssertFatal(isFatal);
    }

    [Theory]
    [InlineData(new[] { 5, long.MinValue }, new[] { -1L, 2 }, false)]
    [InlineData(new[] { 5, long.MinValue }, new[] { -1L }, true)]
    [InlineData(new[] { long.MinValue }, new[] { 7L, -1 }, true)]
    [InlineData(new[] { long.MinValue }, new[] { 0L }, false)]
    [InlineData(new[] { -long.MaxValue }, new[] { -1L }, false)]
    public void Only_where_the_two_meet(long[] dividend, long[] divisor, bool isFatal)
    {
        _model.Graph.Add("Div", [_model.Graph.Ints(dividend), _model.Graph.Ints(divisor)]);

        AssertFatal(isFatal);
    }

    [Fact]
    public void Integers_of_four_bytes_have_a_least_one_too()
    {
        var g = _model.Graph;
        _model.Tensors.Add(OnnxTensor.Of("least", ElementType.Int32, BitConverter.GetBytes(int.MinValue), []));
        _model.Tensors.Add(OnnxTensor.Of("one", ElementType.Int32, BitConverter.GetBytes(-1), []));
        g.Add("Div", ["least", "one"]);

        AssertFatal(true);
    }

    [Fact]
    public void A_remainder_as_of_floats_survives()
    {
        _model.Graph.Add("Mod", [_model.Graph.Ints(long.MinValue), _model.Graph.Ints(-1)], OnnxAttribute.Of("fmod", 1));

        AssertFatal(false);
    }

    [Fact]
    public void What_is_computed_first_is_left_to_isolation()
    {
        var size = _model.Graph.Add("Shape", ["input_ids"]);
        _model.Graph.Add("Div", [_model.Graph.Ints(long.MinValue), size]);

        AssertFatal(false);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void A_transposed_convolution_has_a_group(long groups, bool isFatal)
    {
        _model.Graph.Add("ConvTranspose", [_model.Hidden, _model.Keep("kernel", new float[4], 2, 2, 1)], OnnxAttribute.Of("group", groups));

        AssertFatal(isFatal);
    }

    [Fact]
    public void In_a_branch_it_is_found_as_well()
    {
        var div = new WireWriter().Text(1, "least").Text(1, "one").Text(2, "never").Text(4, "Div");
        var branch = new WireWriter().Text(1, "then_branch").Message(6, new WireWriter().Message(1, div)).Int64(20, 5);
        _model.Tensors.AddRange([OnnxTensor.Of("least", [long.MinValue]), OnnxTensor.Of("one", [-1L]), OnnxTensor.Of("yes", ElementType.Bool, [1], [])]);
        _model.Nodes.Add(new() { Op = "If", Inputs = ["yes"], Outputs = ["branched"], Attributes = [new() { Name = "then_branch", Graphs = [OnnxSkimmer.Graph(new WireWriter().Message(1, div).ToArray())], Raw = branch.ToArray() }] });

        AssertFatal(true);
    }

    public void Dispose() => _folder.Dispose();

    private void AssertFatal(bool expected)
    {
        _model.Save(_folder["model.onnx"], Forms.Plain(_model));
        var bag = new DiagnosticBag();
        ModelReader.Inspect(ModelFolder.Find(_folder.Path, null, bag)!, bag);

        Assert.Equal(expected, bag.Items.Any(d => d.Descriptor == ModelDiagnostics.EndsProcess));
        Assert.Equal(expected, bag.HasErrors);
    }
}

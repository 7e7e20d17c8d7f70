using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Tests.Models.Axes;

public sealed class SizeValuesTests
{
    private readonly SmallGraph _small = new();

    [Theory]
    [InlineData(0, 4, "b n 3 8")]
    [InlineData(1, 3, "n 3")]
    [InlineData(-2, 9, "3 8")]
    [InlineData(0, -1, "b n 3")]
    [InlineData(3, 1, "")]
    public void A_shape_may_be_read_in_part(long start, long end, string sizes) =>
        AssertAll(sizes, _small.Graph.Add("Shape", [Input], OnnxAttribute.Of("start", start), OnnxAttribute.Of("end", end)));

    [Fact]
    public void Parts_of_a_shape_are_sizes_in_their_order()
    {
        var shape = _small.Graph.Add("Shape", [Input]);

        AssertAll("n 3", _small.Graph.Slice(shape, 0, 1, 3));
        AssertAll("3 8", _small.Graph.Slice(shape, 0, -2, long.MaxValue));
        AssertAll("n b", _small.Graph.Add("Gather", [shape, _small.Graph.Ints(-3, 0)]));
        AssertAll("n b 5", _small.Concat(0, _small.Graph.Add("Gather", [shape, _small.Graph.Ints(1, 0)]), _small.Graph.Ints(5)));
        AssertAll("?", _small.Graph.Add("Gather", [shape, _small.Graph.Ints(4)]));
    }

    [Fact]
    public void Sizes_are_multiplied_and_divided()
    {
        var g = _small.Graph;
        var (b, features) = (g.Size(Input, 0), g.Size(Input, 3));
        var four = g.Add("Mul", [g.IntScalar(4), b]);

        AssertOne("4·b", four);
        AssertOne("2·b", g.Add("Div", [four, g.IntScalar(2)]));
        AssertOne("?", g.Add("Div", [four, g.IntScalar(3)]));
        AssertOne("4", g.Add("Div", [four, b]));
        AssertOne("?", g.Add("Div", [four, g.Size(Input, 1)]));
        AssertOne("2", g.Add("Div", [features, g.IntScalar(4)]));
        AssertOne("4·b·n", g.Add("Mul", [g.Size(Input, 1), four]));
        AssertOne("4·b", g.Add("Div", [g.Add("Mul", [four, g.Size(Input, 1)]), g.Size(Input, 1)]));
        AssertOne("?", g.Add("Div", [g.Add("Mul", [four, g.Size(Input, 1)]), g.Add("Mul", [b, b])]));
        AssertOne("?", g.Add("Sub", [b, g.IntScalar(1)]));
        AssertOne("?", g.Add("Mul", [b, g.IntScalar(-1)]));
        AssertOne("?", g.Add("Mul", [four, g.IntScalar(long.MaxValue)]));
    }

    [Fact]
    public void Sizes_that_are_replaced_by_others_than_ones_are_not_told()
    {
        var g = _small.Graph;
        var shape = g.Add("Shape", [Input]);
        var replaced = g.Add("Where", [g.Add("Equal", [g.Ints(1, 2, 3, 4), shape]), g.Ints(9, 9, 9, 9), g.Ints(3, 3, 3, 3)]);

        Assert.Null(_small.Flow().SizeValues.All(replaced));
    }

    private string Input => field ??= _small.Input("x", "b n 3 8");

    private void AssertAll(string expected, string sizes) => Assert.Equal(expected, string.Join(' ', _small.Flow().SizeValues.All(sizes)!.Value.Select(SmallGraph.Text)));

    private void AssertOne(string expected, string size) => Assert.Equal(expected, SmallGraph.Text(_small.Flow().SizeValues.One(size)));
}

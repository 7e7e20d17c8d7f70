using IzzyViz.Analysis.Models.Axes;
using IzzyViz.Analysis.Models.Axes.Order;
using IzzyViz.Analysis.Models.Axes.Sizes;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Models.Matching;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Tests.Models.Axes;

/// <summary>Graphs no exporter writes, over which a walk that calls itself would fill the stack, or one that takes every way would not end. That they come to an end is what is asked.</summary>
public sealed class HostileSizesTests
{
    private const int Steps = 100_000;

    private readonly SmallGraph _small = new();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Lists_that_are_joined_with_themselves_over_and_over(int entries)
    {
        var list = _small.Graph.Ints(Enumerable.Repeat(1L, entries).ToArray());
        for (var step = 0; step < 60; step++)
        {
            list = _small.Concat(0, list, _small.Graph.Ints(), list);
        }

        AssertEnds(_small.Graph.Add("Reshape", [_small.Input("x", "b n 8"), list]));
    }

    [Fact]
    public void A_shape_behind_a_long_chain_of_casts()
    {
        var x = _small.Input("x", "b n 8");

        AssertEnds(_small.Graph.Add("Reshape", [x, Chain(_small.Graph.Add("Shape", [x]), tensor => _small.Graph.Cast(tensor, ElementType.Int64))]));
    }

    [Fact]
    public void One_size_behind_a_long_chain_of_casts()
    {
        var x = _small.Input("x", "b n 8");

        AssertEnds(_small.Reshape(x, Chain(_small.Size(x, 0), tensor => _small.Graph.Cast(tensor, ElementType.Int64)), _small.Graph.Ints(-1, 8)));
    }

    [Fact]
    public void A_long_chain_of_sums_of_one_with_itself() =>
        AssertEnds(Chain(_small.Input("x", "b n 8"), tensor => _small.Graph.Add("Add", [tensor, tensor])));

    [Fact]
    public void A_size_that_is_multiplied_by_itself_over_and_over()
    {
        var x = _small.Input("x", "b n 8");

        AssertEnds(_small.Reshape(x, Chain(_small.Size(x, 2), tensor => _small.Graph.Add("Mul", [tensor, tensor])), _small.Graph.Ints(-1)));
    }

    [Fact]
    public void Shapes_that_are_read_from_what_was_shaped_by_them()
    {
        var x = _small.Input("x", "b n 8");

        AssertEnds(Chain(x, tensor => _small.Graph.Add("Reshape", [tensor, _small.Graph.Add("Shape", [tensor])])));
    }

    [Fact]
    public void Tokens_that_are_rolled_and_summed_over_and_over()
    {
        var rolled = _small.Input("x", "b n 8");
        for (var step = 0; step < 3_000; step++)
        {
            rolled = _small.Concat(1, _small.Graph.Slice(rolled, 1, 1, 99), _small.Graph.Slice(rolled, 1, 0, 1));
        }

        for (var step = 0; step < 3_000; step++)
        {
            rolled = _small.Graph.Add("Add", [rolled, _small.Graph.Add("Tanh", [rolled])]);
        }

        AssertEnds(rolled);
    }

    private static string Chain(string tensor, Func<string, string> next)
    {
        for (var step = 0; step < Steps; step++)
        {
            tensor = next(tensor);
        }

        return tensor;
    }

    private void AssertEnds(string tensor)
    {
        var scores = _small.Graph.Add("MatMul", [tensor, _small.Graph.Transpose(tensor, 0, 2, 1)]);
        var result = _small.Graph.Add("MatMul", [_small.Graph.Add("Softmax", [scores]), tensor]);
        var flow = _small.Flow();

        Assert.NotNull(AttentionMatcher.Match(flow));
        Assert.All(Enumerable.Range(0, 3), axis => Assert.True(flow.Extents.Of(result, axis).Count > 0));
        Assert.Empty(new Moves(flow).Of(new AxisPlace(tensor, 9)));
    }
}

using IzzyViz.Analysis.Models.Axes;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Tests.Models.Axes;

/// <summary>What is left of <c>[batch, token, feature]</c> behind a mean.</summary>
public sealed class ReductionTests
{
    private readonly SmallGraph _small = new();

    [Theory]
    [InlineData(1, 1, "Leading One Fed")]
    [InlineData(1, 0, "Leading Fed")]
    [InlineData(-1, 0, "Leading Fed")]
    [InlineData(0, 0, "Fed Fed")]
    public void Axes_that_are_left_are_what_they_were(long over, long keeps, string expected)
    {
        var mean = _small.Graph.Add("ReduceMean", [_small.Input("x", "b n 8"), _small.Graph.Ints(over)], OnnxAttribute.Of("keepdims", keeps));

        Assert.Equal(expected.Split(' '), Origins(mean, expected.Split(' ').Length));
    }

    [Fact]
    public void Of_a_mean_over_everything_nothing_is_left()
    {
        Assert.All(Origins(_small.Graph.Add("ReduceMean", [_small.Input("x", "b n 8")]), 3), o => Assert.Equal("Unknown", o));
    }

    private string[] Origins(string tensor, int rank)
    {
        var origins = new OriginTrace(_small.Flow());
        return [.. Enumerable.Range(0, rank).Select(front => origins.Of(tensor, rank - 1 - front).ToString())];
    }
}

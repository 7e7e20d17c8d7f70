using IzzyViz.Analysis.Models.Axes;
using IzzyViz.Analysis.Models.Axes.Sizes;

namespace IzzyViz.Analysis.Tests.Models.Axes;

/// <summary>The axis, from the end, whose entries hold parts of several.</summary>
public sealed class CutAcrossTests
{
    private readonly SmallGraph _small = new();

    [Theory]
    [InlineData("b n 32", "0 n 4 8", null)]
    [InlineData("b n 32", "0 0 -1 8", null)]
    [InlineData("b n 32", "0 -1", null)]
    [InlineData("b 5 32", "0 4 5 8", 1)]
    [InlineData("b 5 32", "0 4 -1 8", 1)]
    // Each token's heads one after another, as queries that share one head of keys are laid.
    [InlineData("b n 32", "0 -1 8", null)]
    public void Features_are_cut_and_tokens_put_between_the_parts(string before, string after, int? expected)
    {
        var x = _small.Input("x", before);
        var reshaped = _small.Reshape(x, [.. after.Split(' ').Select(size => size switch
        {
            "b" => _small.Size(x, 0),
            "n" => _small.Size(x, 1),
            _ => _small.Graph.Ints(long.Parse(size)),
        })]);
        var flow = _small.Flow();

        Assert.Equal(expected, CutAcross.Of(flow, flow.Producer(reshaped)!));
    }
}

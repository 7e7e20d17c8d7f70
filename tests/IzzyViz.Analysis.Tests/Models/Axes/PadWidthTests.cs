using IzzyViz.Analysis.Models.Axes;
using IzzyViz.Analysis.Models.Axes.Sizes;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Tests.Models.Axes;

public sealed class PadWidthTests
{
    private readonly SmallGraph _small = new();

    [Fact]
    public void All_fronts_come_before_all_backs() => AssertWidths(["5 6", "3 4", "1 2"], [_small.Graph.Ints(1, 3, 5, 2, 4, 6)]);

    [Fact]
    public void Axes_that_are_not_told_are_left_alone() => AssertWidths(["0 0", "3 4", "1 2"], [_small.Graph.Ints(3, 1, 4, 2), "", _small.Graph.Ints(-2, 0)]);

    [Fact]
    public void Pairs_begin_with_the_last_axis() => AssertWidths(["1 2", "3 4", "0 0"], [Turned(_small, 3, 1, 2, 3, 4)]);

    [Fact]
    public void Widths_that_are_computed_are_not_told() =>
        AssertWidths(["?", "?", "?"], [_small.Graph.Add("Mul", [_small.Graph.Add("Shape", ["pads"]), _small.Graph.Ints(1)])]);

    /// <summary>As PyTorch's exporter writes it: filled up with zeros, in rows of two, from the last row to the first, fronts before backs.</summary>
    internal static string Turned(SmallGraph small, int rank, params ReadOnlySpan<long> pairs)
    {
        var g = small.Graph;
        var filled = small.Concat(0, g.Ints(pairs), g.Add("ConstantOfShape", [g.Ints((2 * rank) - pairs.Length)]));
        var rows = g.Add("Slice", [g.Reshape(filled, -1, 2), g.Ints(-1), g.Ints(long.MinValue + 1), g.Ints(0), g.Ints(-1)]);
        return g.Cast(g.Reshape(g.Transpose(rows, 1, 0), -1), ElementType.Int64);
    }

    private void AssertWidths(string[] fromEnd, string[] inputs)
    {
        var x = _small.Input("x", "a b c");
        var pad = _small.Graph.Add("Pad", [x, .. inputs]);
        var flow = _small.Flow();

        Assert.Equal(fromEnd, Enumerable.Range(0, 3).Select(axis => PadWidth.Of(flow, flow.Producer(pad)!, axis) is { } width ? $"{width.Front} {width.Behind}" : "?"));
    }
}

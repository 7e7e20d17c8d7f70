using System.Collections.Immutable;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Tests.Models.Axes;

/// <summary>Extents are written as symbols of inputs, numbers, products of both, or <c>new</c> for an axis that nothing more is known of.</summary>
public sealed class ExtentsTests
{
    private readonly SmallGraph _small = new();

    [Theory]
    [InlineData("n 8", "n 8", "n 8")]
    [InlineData("n 8", "1 8", "n 8")]
    [InlineData("n 8", "8", "n 8")]
    [InlineData("n 8", "5 1", "5 8")]
    [InlineData("1 1", "1 1", "1 1")]
    [InlineData("n 8", "m 8", "new 8")]
    [InlineData("8", "b n 1", "b n 8")]
    public void Broadcast_sizes_are_what_both_or_the_longer_say(string left, string right, string sum) =>
        AssertExtents(sum, _small.Graph.Add("Add", [_small.Input("x", left), _small.Input("y", right)]));

    [Fact]
    public void What_is_fed_decides_over_what_is_made()
    {
        var made = _small.Concat(1, _small.Input("past", "b p 8"), _small.Input("more", "b m 8"));

        AssertExtents("b new 8", made);
        AssertExtents("b n 8", _small.Graph.Add("Add", [made, _small.Input("x", "b n 8")]));
    }

    [Fact]
    public void Products_take_rows_from_one_operand_and_columns_from_the_other()
    {
        var (x, y) = (_small.Input("x", "b n 8"), _small.Input("y", "b 8 m"));

        AssertExtents("b n m", _small.Graph.Add("MatMul", [x, y]));
        AssertExtents("b n 24", _small.Graph.Add("MatMul", [x, _small.Weights("w", 8, 24)]));
        AssertExtents("n 24", _small.Graph.Add("Gemm", [_small.Input("z", "8 n"), _small.Weights("v", 24, 8)], OnnxAttribute.Of("transA", 1), OnnxAttribute.Of("transB", 1)));
    }

    [Theory]
    [InlineData("3 3", "1 1 1 1", "1 1", "1 1", "h w")]
    [InlineData("5 3", "2 1 2 1", "1 1", "1 1", "h w")]
    [InlineData("3 3", "2 2 2 2", "1 1", "2 2", "h w")]
    [InlineData("2 2", "1 1 0 0", "1 1", "1 1", "h w")]
    [InlineData("3 3", "1 1 1 1", "2 1", "1 1", "new w")]
    [InlineData("3 3", "0 1 0 1", "1 1", "1 1", "new w")]
    [InlineData("3 3", "1 1 1 1", "1 1", "1 2", "h new")]
    public void A_convolution_keeps_its_places_where_it_is_padded_for_it(string kernel, string pads, string strides, string dilations, string places)
    {
        var convolved = _small.Graph.Add(
            "Conv", [_small.Input("x", "b 4 h w"), _small.Weights("w", 6, 4, Numbers(kernel)[0], Numbers(kernel)[1])],
            OnnxAttribute.Of("kernel_shape", Numbers(kernel)), OnnxAttribute.Of("pads", Numbers(pads)), OnnxAttribute.Of("strides", Numbers(strides)), OnnxAttribute.Of("dilations", Numbers(dilations)));

        AssertExtents($"b 6 {places}", convolved);
    }

    [Theory]
    [InlineData(3, 3, "b n 8")]
    [InlineData(-3, -3, "b n 8")]
    [InlineData(3, 2, "b new 8")]
    [InlineData(2, 3, "b new 8")]
    public void What_is_rolled_is_as_long_as_it_was(long start, long stop, string extents)
    {
        var x = _small.Input("x", "b n 8");

        AssertExtents(extents, _small.Concat(1, _small.Graph.Slice(x, 1, start, long.MaxValue), _small.Graph.Slice(x, 1, 0, stop)));
        AssertExtents(extents, _small.Concat(1, Written(x, start, long.MaxValue), Written(x, 0, stop)));
    }

    [Fact]
    public void Expand_keeps_or_spreads()
    {
        var x = _small.Input("x", "b 1 8");
        var n = _small.Size(_small.Input("y", "n"), 0);

        AssertExtents("b n 8", _small.Graph.Add("Expand", [x, _small.Concat(0, _small.Graph.Ints(1), n, _small.Graph.Ints(1))]));
        AssertExtents("b n 8", _small.Graph.Add("Expand", [x, Kept(_small.Concat(0, _small.Graph.Ints(-1), n, _small.Graph.Ints(-1)))]));
        AssertExtents("b n 8", _small.Graph.Add("Expand", [_small.Weights("one", 1, 1, 8), _small.Concat(0, _small.Size(x, 0), n, _small.Graph.Ints(8))]));
    }

    [Fact]
    public void Counted_positions_are_as_many_as_they_are_counted_to()
    {
        var x = _small.Input("x", "b n 8");
        var half = _small.Graph.Add("Range", [_small.Graph.IntScalar(0), _small.Graph.Size(x, 1), _small.Graph.IntScalar(2)]);

        AssertExtents("n", _small.Graph.Range(_small.Graph.Size(x, 1)));
        AssertExtents("new", half);
    }

    [Fact]
    public void A_part_that_ends_at_a_size_is_as_long()
    {
        var (x, table) = (_small.Input("x", "b n 8"), _small.Weights("table", 512, 8));

        AssertExtents("n 8", _small.Cut(table, 0, _small.Graph.Ints(0), _small.Size(x, 1)));
        AssertExtents("new 8", _small.Cut(table, 0, _small.Graph.Ints(1), _small.Size(x, 1)));
        AssertExtents("new 8", _small.Cut(table, 0, _small.Graph.Ints(0), _small.Graph.Ints(5)));
    }

    [Fact]
    public void A_part_with_steps_is_shorter_than_where_it_ends()
    {
        var x = _small.Input("x", "b n 8");
        var even = _small.Graph.Add("Slice", [x, _small.Graph.Ints(0), _small.Size(x, 1), _small.Graph.Ints(1), _small.Graph.Ints(2)]);

        AssertExtents("b new 8", even);
    }

    [Fact]
    public void A_part_whose_axes_are_not_written_may_be_of_any_axis()
    {
        var x = _small.Input("x", "b n 8");

        AssertExtents("new new new", _small.Graph.Add("Slice", [x, _small.Graph.Ints(0), _small.Graph.Ints(2)]));
    }

    [Fact]
    public void Parts_of_a_split_are_new_along_its_axis()
    {
        var parts = _small.Several("Split", [_small.Input("x", "b n 24")], 3, OnnxAttribute.Of("axis", -1));

        Assert.All(parts.Outputs, part => AssertExtents("b n new", part));
    }

    [Theory]
    [InlineData("b 1 8", 1)]
    [InlineData("b n 1", -1)]
    public void A_mean_leaves_one_entry(string extents, long axis) => AssertExtents(extents, _small.Graph.Add("ReduceMean", [_small.Input("x", "b n 8"), _small.Graph.Ints(axis)]));

    [Fact]
    public void A_mean_over_axes_that_are_not_told_says_nothing()
    {
        var x = _small.Input("x", "b n 8");

        AssertExtents("new new new", _small.Graph.Add("ReduceMean", [x]));
        AssertExtents("new new new", _small.Graph.Add("ReduceMean", [x, _small.Input("axes", "1", ElementType.Int64)]));
        AssertExtents("b n 8", _small.Graph.Add("ReduceSum", [x], OnnxAttribute.Of("noop_with_empty_axes", 1)));
    }

    [Fact]
    public void Rows_of_a_table_are_as_many_as_their_numbers() =>
        AssertExtents("b n 8", _small.Graph.Add("Gather", [_small.Weights("table", 11, 8), _small.Input("ids", "b n", ElementType.Int64)]));

    [Fact]
    public void A_chosen_entry_takes_its_axis_with_it()
    {
        var x = _small.Input("x", "b n 3 h 8");

        AssertExtents("b n h 8", _small.Graph.Add("Gather", [x, _small.Graph.IntScalar(1)], OnnxAttribute.Of("axis", 2)));
        AssertExtents("b n 2 h 8", _small.Graph.Add("Gather", [x, _small.Graph.Ints(0, 2)], OnnxAttribute.Of("axis", 2)));
    }

    [Fact]
    public void What_a_norm_gives_besides_its_result_has_other_sizes()
    {
        var norm = _small.Several("LayerNormalization", [_small.Input("x", "b n 8"), _small.Weights("scale", 8)], 3, OnnxAttribute.Of("axis", -1));

        AssertExtents("b n 8", norm.Output(0));
        AssertExtents("new new new", norm.Output(1));
    }

    /// <summary>As PyTorch's exporter asks Expand to keep an axis.</summary>
    private string Kept(string sizes) => _small.Graph.Add("Where",
        [_small.Graph.Add("Equal", [sizes, _small.Graph.Ints(-1, -1, -1)]), _small.Graph.Ints(1, 1, 1), sizes]);

    private void AssertExtents(string expected, string tensor) => Assert.Equal(expected, _small.Extents(tensor, expected.Split(' ').Length));

    /// <summary>As operator sets before the tenth have it.</summary>
    private string Written(string x, long start, long end) =>
        _small.Graph.Add("Slice", [x], OnnxAttribute.Of("starts", [start]), OnnxAttribute.Of("ends", [end]), OnnxAttribute.Of("axes", [1]));

    private static ImmutableArray<long> Numbers(string text) => [.. text.Split(' ').Select(long.Parse)];
}

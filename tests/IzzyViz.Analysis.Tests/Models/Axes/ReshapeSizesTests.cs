using IzzyViz.Analysis.Models.Axes;
using IzzyViz.Analysis.Models.Axes.Sizes;

namespace IzzyViz.Analysis.Tests.Models.Axes;

/// <summary>Axes are counted from the end.</summary>
public sealed class ReshapeSizesTests
{
    private readonly SmallGraph _small = new();

    [Fact]
    public void Features_are_split_into_heads_behind_sizes_that_the_graph_reads()
    {
        var x = _small.Input("x", "b n 32");
        var sizes = Sizes(x, _small.Size(x, 0), _small.Size(x, 1), Ints(4, 8));

        Assert.Equal(2, sizes.PartsOfLast);
        Assert.Equal([0, 0, 1, 2], Sources(sizes, 4));
        Assert.Equal("b n 4 8", Lengths(sizes, 4));
    }

    [Fact]
    public void Sizes_that_are_joined_twice_are_all_counted()
    {
        var x = _small.Input("x", "b n 32");
        var sizes = Sizes(x, _small.Concat(0, _small.Size(x, 0), _small.Size(x, 1)), Ints(4, -1));

        Assert.Equal(2, sizes.PartsOfLast);
        Assert.Equal([0, 0, 1, 2], Sources(sizes, 4));
    }

    [Fact]
    public void An_axis_behind_sizes_that_are_joined_twice_is_found()
    {
        var x = _small.Input("x", "b n 32");
        var heads = _small.Reshape(x, _small.Concat(0, _small.Size(x, 0), _small.Size(x, 1)), Ints(4, 8));

        Assert.Equal(4, Rank.Of(_small.Flow(), heads));
    }

    [Fact]
    public void An_open_size_is_what_is_left()
    {
        var x = _small.Input("x", "b n 32");
        var sizes = Sizes(x, _small.Size(x, 0), _small.Size(x, -2), Ints(4, -1));

        Assert.Equal(2, sizes.PartsOfLast);
        Assert.Equal([0, 0, 1, 2], Sources(sizes, 4));
    }

    [Fact]
    public void Heads_laid_in_the_batch_and_taken_out_again()
    {
        var x = _small.Input("x", "b 4 n 8");
        var batch = _small.Graph.Add("Mul", [_small.Size(x, 0), Ints(4)]);
        var folded = _small.Reshape(x, batch, _small.Size(x, 2), Ints(8));
        var unfolded = _small.Reshape(folded, _small.Size(x, 0), Ints(4), _small.Size(x, 2), Ints(8));

        Assert.Equal([0, 1, null], Sources(_small.Sizes(folded), 3));
        Assert.Equal("4·b n 8", Lengths(_small.Sizes(folded), 3));
        // Heads and examples are parts of an axis in which they were joined: which is which is not told.
        Assert.Equal([0, 1, null, null], Sources(_small.Sizes(unfolded), 4));
    }

    [Fact]
    public void Places_of_an_image_are_laid_in_one_row_and_taken_apart_again()
    {
        var image = _small.Input("x", "b 16 h w");
        var row = _small.Reshape(image, _small.Size(image, 0), _small.Size(image, 1), Ints(-1));
        var places = _small.Reshape(_small.Graph.Transpose(row, 0, 2, 1), Ints(-1), _small.Size(image, 2), _small.Size(image, 3), Ints(16));

        Assert.Equal("b 16 h·w", Lengths(_small.Sizes(row), 3));
        Assert.Equal([0, 1], _small.Sizes(row).Sources(0).Order());
        Assert.Equal("b h w 16", Lengths(_small.Sizes(places), 4));
        Assert.Equal((1, 0), _small.Sizes(places).PartOf(2));
        Assert.Equal((1, 1), _small.Sizes(places).PartOf(1));
    }

    [Fact]
    public void Heads_in_the_batch_are_told_from_as_many_channels()
    {
        var keys = _small.Input("k", "b 4 n 4");
        var rows = _small.Reshape(keys, Ints(-1), _small.Size(keys, 2), Ints(4));
        var channels = _small.Reshape(_small.Graph.Transpose(rows, 0, 2, 1), _small.Size(keys, 0), Ints(4, 4, -1));

        Assert.Equal("4·b n 4", Lengths(_small.Sizes(rows), 3));
        Assert.Equal("b 4 4 n", Lengths(_small.Sizes(channels), 4));
        Assert.Equal(1, _small.Sizes(channels).Source(1));
    }

    [Fact]
    public void Rows_of_all_tokens_keep_their_features_alone()
    {
        var sizes = Sizes(_small.Input("x", "b n 32"), Ints(-1, 32));

        Assert.Equal([0, null], Sources(sizes, 2));
        Assert.Equal(1, sizes.PartsOfLast);
    }

    [Fact]
    public void A_zero_copies_the_size_at_its_place()
    {
        var sizes = Sizes(_small.Input("x", "b n 32"), Ints(0, 0, 4, 8));

        Assert.Equal([0, 0, 1, 2], Sources(sizes, 4));
        Assert.Equal("b n 4 8", Lengths(sizes, 4));
    }

    [Fact]
    public void A_head_s_size_may_be_computed_by_a_division()
    {
        var x = _small.Input("x", "b n 32");
        var part = _small.Graph.Unsqueeze(_small.Graph.Add("Div", [_small.Graph.Size(x, 2), _small.Graph.IntScalar(4)]), 0);

        Assert.Equal("b n 4 8", Lengths(Sizes(x, _small.Size(x, 0), _small.Size(x, 1), Ints(4), part), 4));
    }

    /// <remarks>What one has that is put among the features is a part of them, for all that can be moved along it.</remarks>
    [Theory]
    [InlineData("1 n 8", "-1 8", 0, 1)]
    [InlineData("n 1 8", "0 8", 0, 2)]
    [InlineData("n 8", "1 -1 8", 0, null, null)]
    [InlineData("n 8", "0 1 8", 0, 0, 1)]
    public void Sizes_of_one_hold_nothing(string before, string after, params int?[] sources) =>
        Assert.Equal(sources, Sources(Sizes(_small.Input("x", before), Ints([.. after.Split(' ').Select(long.Parse)])), sources.Length));

    [Fact]
    public void Heads_in_the_place_of_tokens_are_not_proved_to_be_tokens()
    {
        var x = _small.Input("x", "b n 32");
        var sizes = Sizes(x, _small.Size(x, 0), Ints(4), _small.Size(x, 1), Ints(8));

        Assert.Null(sizes.PartsOfLast);
        Assert.Equal([0, null, null, 2], Sources(sizes, 4));
    }

    [Fact]
    public void An_open_size_between_others_may_be_that_of_another_axis()
    {
        var sizes = Sizes(_small.Input("x", "b n 32"), Ints(0, 4, -1, 8));

        Assert.Equal("b 4 n 8", Lengths(sizes, 4));
        Assert.Equal([0, null, null, 2], Sources(sizes, 4));
    }

    [Fact]
    public void Examples_and_tokens_that_were_joined_are_not_told_apart()
    {
        var x = _small.Input("x", "b n 32");
        var rows = _small.Reshape(x, Ints(-1, 32));
        var sizes = Sizes(rows, _small.Size(x, 0), _small.Size(x, 1), Ints(32));

        Assert.Equal([0, null, null], Sources(sizes, 3));
    }

    [Fact]
    public void Sizes_that_are_fed_prove_nothing_of_what_they_divide()
    {
        var x = _small.Input("x", "b n 32");
        _small.Input("sizes", "4", IzzyViz.Analysis.Onnx.ElementType.Int64);
        var sizes = _small.Sizes(_small.Graph.Add("Reshape", [x, "sizes"]));

        Assert.Null(sizes.PartsOfLast);
        Assert.All(Sources(sizes, 4), Assert.Null);
    }

    [Fact]
    public void A_symbol_is_not_another()
    {
        var (x, y) = (_small.Input("x", "b n 32"), _small.Input("y", "c n 32"));
        var sizes = Sizes(x, _small.Size(y, 0), _small.Size(x, 1), Ints(32));

        Assert.Equal([0, 1, 2], Sources(sizes, 3));
        Assert.Equal([0, null, null], Sources(Sizes(x, _small.Size(y, 0), Ints(-1, 32)), 3));
    }

    private string Ints(params ReadOnlySpan<long> values) => _small.Graph.Ints(values);

    private ReshapeSizes Sizes(string tensor, params ReadOnlySpan<string> sizes) => _small.Sizes(_small.Reshape(tensor, [.. sizes]));

    private static IEnumerable<int?> Sources(ReshapeSizes sizes, int rank) => Enumerable.Range(0, rank).Select(sizes.Source);

    private static string Lengths(ReshapeSizes sizes, int rank) => string.Join(' ', Enumerable.Range(0, rank).Select(front => SmallGraph.Text(sizes.At(rank - 1 - front))));
}

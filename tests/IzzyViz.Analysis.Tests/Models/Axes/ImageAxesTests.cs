using System.Collections.Immutable;
using IzzyViz.Analysis.Models.Axes;

namespace IzzyViz.Analysis.Tests.Models.Axes;

/// <summary>Axes are counted from the end: of <c>[batch, channel, row, column]</c> they are 3, 2, 1, 0.</summary>
public sealed class ImageAxesTests
{
    [Theory]
    [InlineData(4, "-,16,64", 0, 2, 3)]
    [InlineData(4, "-,-,-", 0, 2, 3)]
    [InlineData(4, "-,4,4,64", 0, 2, 2, 3)]
    [InlineData(4, "-,4,4,8,8", 0, 1, 2, 2, 3)]
    [InlineData(4, "-,16,2,4,2,4", 0, 0, 0, 0, 2, 3)]
    [InlineData(3, "-,4,4,-", 0, 1, 1, 2)]
    [InlineData(3, "-,16,-", 0, 1, 2)]
    [InlineData(5, "-,16,-", 0, 3, 4)]
    public void Places_channels_and_examples_are_told_apart(int before, string target, params int[] sources)
    {
        var axes = Of(before, target);

        Assert.True(axes.IsSure);
        Assert.Equal(sources, Enumerable.Range(0, sources.Length).Select(axes.Source));
    }

    [Theory]
    [InlineData("64,2,2,2")]
    [InlineData("-,3,64")]
    public void Sizes_that_cut_channels_another_way_prove_nothing(string target) => Assert.False(Of(4, target).IsSure);

    /// <remarks>As many heads as channels in each: the first two sizes are the batch.</remarks>
    [Fact]
    public void Heads_that_were_laid_in_the_batch_are_taken_out_of_it_again()
    {
        var axes = new ImageAxes(4, 4, [2, 4, 4, 4], (8, 4));

        Assert.True(axes.IsSure);
        Assert.Equal([0, 2, 3, 3], Enumerable.Range(0, 4).Select(axes.Source));
    }

    private static ImageAxes Of(int before, string target)
    {
        var sizes = target.Split(',').Select(s => s == "-" ? (long?)null : long.Parse(s, System.Globalization.CultureInfo.InvariantCulture)).ToImmutableArray();
        return new(before, sizes.Length, sizes, (null, 16));
    }
}

namespace IzzyViz.Analysis.Tests.Models.Axes;

/// <summary>Whether the axis of <c>n</c> tokens behind a Reshape holds parts of several.</summary>
public sealed class CrossingTests
{
    private readonly SmallGraph _small = new();

    [Theory]
    [InlineData("n b 8", "b n 8", true)]
    [InlineData("n b 8", "b -1 8", true)]
    [InlineData("b n 8", "-1 n b 8", true)]
    [InlineData("b n 4 8", "b 4 n 8", true)]
    [InlineData("n b 4 8", "b n 32", true)]
    [InlineData("b n 32", "b 8 n 4", true)]
    [InlineData("b n 32", "b 4 n 8", true)]
    [InlineData("b n 32", "b 4 8 n", true)]
    [InlineData("b n 32", "b 4 -1 8", true)]
    // It runs for one example alone.
    [InlineData("b n 32", "1 4 n 8", true)]
    [InlineData("b n 32", "1 n 4 8", false)]
    [InlineData("b 6 n", "b n 6", true)]
    [InlineData("b n 32", "b n 4 8", false)]
    [InlineData("b n 4 8", "b n 32", false)]
    [InlineData("b n 4 8", "-1 n 4 8", false)]
    [InlineData("b 4 n 8", "-1 n 8", false)]
    [InlineData("n b 32", "n -1 8", false)]
    [InlineData("b n 32", "1 b n 32", false)]
    // Another size than the input has: nothing is known of it.
    [InlineData("m b 8", "b n 8", false)]
    public void Tokens_are_taken_for_what_lies_elsewhere(string before, string after, bool expected)
    {
        var (x, other) = (_small.Input("x", before), _small.Input("other", "b n"));
        var reshaped = _small.Reshape(x, [.. after.Split(' ').Select(size => size switch
        {
            "b" => _small.Size(other, 0),
            "n" => _small.Size(other, 1),
            _ => _small.Graph.Ints(long.Parse(size)),
        })]);
        var places = after.Replace("-1", "n", StringComparison.Ordinal).Split(' ');

        Assert.Equal(expected, SmallGraph.Sizes(_small.Flow(), reshaped).IsCrossed(places.Length - 1 - Array.LastIndexOf(places, "n")));
    }
}

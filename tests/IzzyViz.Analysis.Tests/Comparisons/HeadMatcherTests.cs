using System.Collections.Immutable;
using IzzyViz.Analysis.Comparisons;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Summaries;

namespace IzzyViz.Analysis.Tests.Comparisons;

public sealed class HeadMatcherTests
{
    private static readonly ImmutableArray<HeadAddress> Heads = [new(AttentionKind.Encoder, 0, 0), new(AttentionKind.Encoder, 0, 1)];

    // On the two examples that fit, 0 goes with 1; on the two that judge, that costs 0.25 where the numbers as they are cost 0.5.
    [Fact]
    public void A_match_is_fitted_on_one_half_and_judged_on_the_other()
    {
        var pairs = HeadPairs.WithinLayers(Heads, Heads);
        var match = Assert.Single(HeadMatcher.Match(pairs, [Of(0.9f, 0.1f, 0.1f, 0.9f), Of(0.5f, 0.1f, 0.3f, 0.7f), Of(0.7f, 0.1f, 0.1f, 0.9f), Of(0.5f, 0.3f, 0.3f, 0.3f)], [true, false, true, false]));

        Assert.Equal([1, 0], match.To);
        Assert.Equal(0.1, match.Fitted, 1e-6);
        Assert.Equal(0.25, match.Matched, 1e-6);
        Assert.Equal(0.5, match.SameNumber, 1e-6);
        Assert.Equal(0.375, match.Chance.Mean, 1e-6);
        Assert.Equal(0.125, match.Chance.StandardDeviation, 1e-6);
        Assert.Equal(0.25, match.Best, 1e-6);
    }

    [Fact]
    public void A_layer_whose_distances_are_unknown_on_one_half_is_not_matched() =>
        Assert.Empty(HeadMatcher.Match(HeadPairs.WithinLayers(Heads, Heads), [Of(1, 0, 0, 1), Of(1, float.NaN, 0, 1)], [true, false]));

    [Fact]
    public void Layers_of_different_sizes_are_not_matched() =>
        Assert.Empty(HeadMatcher.Match(HeadPairs.WithinLayers(Heads, Heads[..1]), [Of(1, 0), Of(1, 0)], [true, false]));

    [Fact]
    public void Halves_follow_the_content_and_not_the_order_of_rows()
    {
        Assert.Equal([false, true, true], HeadMatcher.Halves(["b", "c", "a"]));
        Assert.Equal([true, true, false], HeadMatcher.Halves(["a", "c", "b"]));
    }

    private static ExampleDistances Of(params ImmutableArray<float> distances) => new(distances, null, null);
}

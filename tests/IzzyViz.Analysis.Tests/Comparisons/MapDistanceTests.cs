using CsCheck;
using IzzyViz.Analysis.Comparisons;
using IzzyViz.Analysis.Statistics.Patterns;
using IzzyViz.Testing;

namespace IzzyViz.Analysis.Tests.Comparisons;

public sealed class MapDistanceTests
{
    [Fact]
    public void Equal_rows_are_nothing_apart_and_disjoint_ones_all_the_way()
    {
        Assert.Equal(0, JensenShannon.Distance([0.3, 0.7], [0.3, 0.7]));
        Assert.Equal(1, JensenShannon.Distance([1, 0, 0], [0, 0.5, 0.5]), 12);
    }

    // m = (3/4, 1/4); KL(p‖m) = log2(4/3); KL(q‖m) = ½·log2(2/3) + ½·log2(2); half their sum is 0.3112781…
    [Fact]
    public void A_row_worked_out_by_hand() =>
        Assert.Equal(Math.Sqrt(0.311278124459133), JensenShannon.Distance([1, 0], [0.5, 0.5]), 12);

    [Fact]
    public void It_is_a_metric() => Gen.Double[0.001, 1].Array[5].Array[3].Sample(weights =>
    {
        var rows = weights.Select(r => r.Select(v => v / r.Sum()).ToArray()).ToArray();
        double D(int i, int j) => JensenShannon.Distance(rows[i], rows[j]);
        return D(0, 1) == D(1, 0) && D(0, 2) <= D(0, 1) + D(1, 2) + 1e-12 && D(0, 1) is >= 0 and <= 1;
    });

    // Row 0 sees one key and does not count; row 1 is worked out above; row 2 is equal.
    [Fact]
    public void A_map_is_the_mean_over_queries_with_a_choice()
    {
        var first = SampleMaps.Exact([1, -1, -1], [1, 0, -1], [0.2, 0.3, 0.5]);
        var second = SampleMaps.Exact([1, -1, -1], [0.5, 0.5, -1], [0.2, 0.3, 0.5]);
        Assert.Equal(Math.Sqrt(0.311278124459133) / 2, MapDistance.Of(first, second), 7);
    }

    [Fact]
    public void What_a_sink_takes_counts_as_a_key() =>
        Assert.Equal(Math.Sqrt(0.311278124459133), MapDistance.Of(SampleMaps.Exact([1, 0]), SampleMaps.Exact([0.5, 0])), 7);

    [Fact]
    public void A_map_without_a_choice_has_no_distance() =>
        Assert.True(double.IsNaN(MapDistance.Of(SampleMaps.Exact([1, -1]), SampleMaps.Exact([1, -1]))));

    [Fact]
    public void Maps_of_other_sizes_are_refused() =>
        Assert.Throws<ArgumentException>(() => MapDistance.Of(SampleMaps.Exact([1, 0]), SampleMaps.Exact([1, 0, 0])));
}

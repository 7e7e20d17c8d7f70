using CsCheck;
using IzzyViz.SiteGen.Figures.Maps;
using IzzyViz.SiteGen.Figures.Regions;

namespace IzzyViz.SiteGen.Tests.Figures.Kinds;

public class FinderTests
{
    // Some cells masked (below 0), in rectangles of any shape.
    private static readonly Gen<double[][]> Rows = Gen.Select(Gen.Int[1, 9], Gen.Int[1, 9])
        .SelectMany((rows, columns) => Gen.Frequency((1, Gen.Const(-1.0)), (6, Gen.Double[0, 1])).Array[columns].Array[rows]);

    [Fact]
    public void Regions_of_the_default_profile_never_overlap_and_never_cover_a_masked_cell() => Rows.Sample(rows =>
    {
        var map = Map(rows);
        foreach (var found in new[] { MergingFinder.Find(map, new() { Count = 5 }, isCompatible: false), ExhaustiveFinder.Find(map, isCompatible: false) })
        {
            for (var i = 0; i < found.Length; i++)
            {
                Assert.All(found[..i], other => Assert.False(other.Overlaps(found[i])));
                Assert.All(Cells(found[i]), c => Assert.True(rows[c.Row][c.Column] >= 0));
            }
        }
    });

    [Fact]
    public void The_exhaustive_finder_finds_what_sorting_all_rectangles_finds() => Gen.Int[1, 7].SelectMany(n => Gen.Int[1, 1 << 20].Select(v => (double)v).Array[n].Array[n]).Sample(rows =>
    {
        var map = Map(rows);
        var sorted = ExhaustiveFinder.AllMaxima(map).OrderByDescending(b => Mean(rows, b)).ToList();
        var greedy = new List<RegionBox>();
        foreach (var box in sorted)
        {
            if (!greedy.Exists(box.Overlaps))
            {
                greedy.Add(box);
            }
        }

        Assert.Equal(greedy, ExhaustiveFinder.Find(map, isCompatible: true));
    }, iter: 200);

    [Fact]
    public void Planted_blocks_are_found()
    {
        RegionBox[] planted = [new(4, 4, 8, 8), new(13, 2, 16, 7), new(18, 17, 21, 22)];
        var rows = Enumerable.Range(0, 24).Select(i => Enumerable.Range(0, 24).Select(j => planted.Any(b => b.Overlaps(new(i, j, i, j))) ? 0.12 + (0.002 * ((i + (2 * j)) % 5)) : 0.02).ToArray()).ToArray();
        Assert.Equal(planted, MergingFinder.Find(Map(rows), MergingSettings.Default, isCompatible: false).OrderBy(b => b.Top));
    }

    [Fact]
    public void A_causal_map_has_no_region_above_its_diagonal()
    {
        var arrays = SampleArrays.Sample(24, isCausal: true);
        var found = MergingFinder.Find(new(arrays.Axes, arrays.First), MergingSettings.Default, isCompatible: false);
        Assert.Equal(3, found.Length);
        Assert.All(found, b => Assert.True(b.Right <= b.Top));
    }

    [Fact]
    public void A_map_that_is_too_large_for_the_exhaustive_finder_is_refused_with_the_limit()
    {
        var arrays = SampleArrays.Sample(129);
        var refusal = Assert.Throws<IzzyViz.Analysis.Diagnostics.DiagnosticException>(() => ExhaustiveFinder.Find(new(arrays.Axes, arrays.First), isCompatible: false));
        Assert.Equal("IZV5204", refusal.Diagnostic.Code);
        Assert.Contains("128 × 128", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_are_ordered_as_NumPy_orders_them() => Gen.Int[0, 9].Array[0, 200].Sample(numbers =>
    {
        var values = Array.ConvertAll(numbers, n => (double)n);
        var order = NumPyOrder.Of(values);
        Assert.Equal(Enumerable.Range(0, values.Length), order.Order());
        Assert.Equal(values.Order(), order.Select(i => values[i]));
        Assert.True(values.Length > 17 || order.SequenceEqual(Enumerable.Range(0, values.Length).OrderBy(i => values[i])));
    });

    private static WeightMap Map(double[][] rows) => SampleArrays.One(rows) is var arrays ? new(arrays.Axes, arrays.First) : null!;

    private static double Mean(double[][] rows, RegionBox box) => Cells(box).Average(c => rows[c.Row][c.Column]);

    private static IEnumerable<(int Row, int Column)> Cells(RegionBox box) =>
        from row in Enumerable.Range(box.Top, box.Rows) from column in Enumerable.Range(box.Left, box.Columns) select (row, column);
}

using CsCheck;
using IzzyViz.Analysis.Comparisons;

namespace IzzyViz.Analysis.Tests.Comparisons;

public sealed class AssignmentTests
{
    // Whole numbers, so that ties are common.
    private static readonly Gen<double[,]> Costs = Gen.Int[1, 6].SelectMany(n => Gen.Int[0, 9].Select(v => (double)v).Array2D[n, n]);

    [Fact]
    public void The_greedy_choice_is_not_always_the_best() =>
        Assert.Equal([1, 0, 2], Assignment.Solve(new double[,] { { 1, 2, 9 }, { 1, 9, 9 }, { 9, 9, 3 } }));

    [Fact]
    public void No_order_of_the_columns_is_cheaper() => Costs.Sample(costs =>
    {
        var found = Assignment.Solve(costs);
        var cheapest = Orders(costs.GetLength(0)).Min(order => Assignment.MeanCost(costs, order));
        return found.Order().SequenceEqual(Enumerable.Range(0, found.Length)) && Math.Abs(Assignment.MeanCost(costs, found) - cheapest) < 1e-12;
    });

    [Fact]
    public void Chance_is_the_mean_and_the_spread_over_all_orders() => Costs.Where(c => c.GetLength(0) is > 1 and < 6).Sample(costs =>
    {
        var all = Orders(costs.GetLength(0)).Select(order => Assignment.MeanCost(costs, order)).ToArray();
        var (mean, chance) = (all.Average(), RandomAssignment.Of(costs));
        return Math.Abs(chance.Mean - mean) < 1e-12 && Math.Abs(chance.StandardDeviation - Math.Sqrt(all.Average(c => Math.Pow(c - mean, 2)))) < 1e-9;
    });

    [Fact]
    public void Where_all_is_alike_every_row_keeps_its_number() => Assert.Equal([0, 1, 2, 3], Assignment.Solve(new double[4, 4]));

    [Fact]
    public void A_large_one_is_solved()
    {
        const int Size = 200;
        var costs = new double[Size, Size];
        for (var i = 0; i < Size * Size; i++)
        {
            costs[i / Size, i % Size] = (i % Size) == (i / Size * 7 + 3) % Size ? 0 : 1 + (i * 31 % 101);
        }

        Assert.Equal(Enumerable.Range(0, Size).Select(r => ((r * 7) + 3) % Size), Assignment.Solve(costs));
    }

    private static IEnumerable<int[]> Orders(int size) => size == 0 ? [[]] : Orders(size - 1).SelectMany(order =>
        Enumerable.Range(0, size).Select(place => (int[])[.. order[..place], size - 1, .. order[place..]]));
}

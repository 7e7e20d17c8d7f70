using CsCheck;
using IzzyViz.Analysis.Statistics.Patterns;

namespace IzzyViz.Analysis.Tests.Statistics.Patterns;

public class AverageLinkageTests
{
    [Fact]
    public void Groups_are_numbered_by_size_and_then_by_their_first_item() =>
        Assert.Equal([1, 1, 0, 0, 0, 2], AverageLinkage.Cut(Line(0, 1, 10, 11, 12, 40), 3));

    [Fact]
    public void The_mean_distance_decides()
    {
        // {0, 2} and 5: 4 on average.
        Assert.Equal([0, 0, 1], AverageLinkage.Cut(Line(0, 2, 5), 3.9));
        Assert.Equal([0, 0, 0], AverageLinkage.Cut(Line(0, 2, 5), 4));
    }

    [Fact]
    public void It_joins_as_a_plain_search_over_all_pairs_does() => Gen.Double[0, 100].Array[1, 24].Sample(points =>
    {
        var distances = Line(points);
        Assert.Equal(Plain(distances, 12), AverageLinkage.Cut(distances, 12));
    });

    private static double[,] Line(params double[] points)
    {
        var distances = new double[points.Length, points.Length];
        for (var i = 0; i < points.Length; i++)
        {
            for (var j = 0; j < points.Length; j++)
            {
                distances[i, j] = Math.Abs(points[i] - points[j]);
            }
        }

        return distances;
    }

    private static int[] Plain(double[,] distances, double limit)
    {
        var groups = Enumerable.Range(0, distances.GetLength(0)).Select(i => new List<int> { i }).ToList();
        while (groups.Count > 1)
        {
            var best = (from a in groups from b in groups where a[0] < b[0] select (a, b, d: a.Average(i => b.Average(j => distances[i, j])))).MinBy(p => p.d);
            if (best.d > limit)
            {
                break;
            }

            groups.Remove(best.b);
            best.a.AddRange(best.b);
        }

        var numbered = groups.OrderByDescending(g => g.Count).ThenBy(g => g.Min()).ToList();
        return [.. Enumerable.Range(0, distances.GetLength(0)).Select(i => numbered.FindIndex(g => g.Contains(i)))];
    }
}

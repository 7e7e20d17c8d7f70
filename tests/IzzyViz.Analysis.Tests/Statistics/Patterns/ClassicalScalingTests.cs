using CsCheck;
using IzzyViz.Analysis.Statistics.Patterns;

namespace IzzyViz.Analysis.Tests.Statistics.Patterns;

public class ClassicalScalingTests
{
    private static readonly Gen<(double X, double Y)[]> Points = Gen.Select(Gen.Double[-9, 9], Gen.Double[-9, 9]).Array[3, 60];

    [Fact]
    public void A_right_triangle_is_found_again()
    {
        var places = ClassicalScaling.Place(Distances([(0, 0), (3, 0), (0, 4)]));
        Assert.Equal(3, Apart(places.Points[0], places.Points[1]), 9);
        Assert.Equal(4, Apart(places.Points[0], places.Points[2]), 9);
        Assert.Equal(5, Apart(places.Points[1], places.Points[2]), 9);
        Assert.Equal(1, places.Shown, 9);
    }

    [Fact]
    public void Points_of_a_plane_keep_their_distances() => Points.Sample(
        points =>
        {
            var places = ClassicalScaling.Place(Distances(points)).Points;
            for (var i = 0; i < points.Length; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    Assert.InRange(Math.Abs(Apart(points[i], points[j]) - Apart(places[i], places[j])), 0, 1e-6);
                }
            }
        },
        iter: 60);

    [Fact]
    public void A_cube_shows_two_thirds_of_itself()
    {
        var corners = Enumerable.Range(0, 8).Select(c => new double[] { c & 1, (c >> 1) & 1, c >> 2 }).ToArray();
        var distances = new double[8, 8];
        for (var i = 0; i < 64; i++)
        {
            distances[i / 8, i % 8] = Math.Sqrt(corners[i / 8].Zip(corners[i % 8], (a, b) => (a - b) * (a - b)).Sum());
        }

        Assert.Equal(2.0 / 3, ClassicalScaling.Place(distances).Shown, 6);
    }

    [Fact]
    public void The_item_furthest_out_lies_on_the_positive_side()
    {
        var places = ClassicalScaling.Place(Distances([(0, 0), (1, 0), (9, 0)])).Points;
        Assert.True(places[2].X > 5);
        Assert.All(places, p => Assert.Equal(0, p.Y, 6));
    }

    [Fact]
    public void Items_that_are_all_alike_lie_on_one_spot()
    {
        var places = ClassicalScaling.Place(new double[4, 4]);
        Assert.All(places.Points, p => Assert.Equal((0, 0), (Math.Round(p.X, 9), Math.Round(p.Y, 9))));
    }

    [Fact]
    public void Rotations_find_the_eigenvalues_worked_out_by_hand()
    {
        // |2−λ 1; 1 2−λ| = (λ − 1)(λ − 3), beside a 5 of its own.
        var pairs = JacobiRotations.Diagonalise(new double[,] { { 2, 1, 0 }, { 1, 2, 0 }, { 0, 0, 5 } });
        Assert.Equal([5, 3, 1], pairs.Select(p => Math.Round(p.Value, 9)));
        Assert.Equal(Math.Sqrt(0.5), Math.Abs(pairs[1].Vector[0]), 9);
    }

    private static double Apart((double X, double Y) a, (double X, double Y) b) => Math.Sqrt(((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y)));

    private static double[,] Distances((double X, double Y)[] points)
    {
        var distances = new double[points.Length, points.Length];
        for (var i = 0; i < points.Length; i++)
        {
            for (var j = 0; j < points.Length; j++)
            {
                distances[i, j] = Apart(points[i], points[j]);
            }
        }

        return distances;
    }
}

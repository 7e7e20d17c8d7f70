namespace IzzyViz.Analysis.Statistics.Patterns;

/// <summary>Items placed in a plane, and how much of their differences the plane can show.</summary>
/// <param name="Points">In the order of the items, about the origin.</param>
/// <param name="Shown">Share of the sum of squared distances that the plane holds, 0…1.</param>
public sealed record PlanarPlaces((double X, double Y)[] Points, double Shown);

/// <summary>
/// Classical multidimensional scaling (Torgerson 1952): squared distances are centred twice, and the two leading eigenvectors, scaled by the
/// roots of their eigenvalues, are the places. The same distances give the same places: the item furthest out on an axis lies on its
/// positive side, of several the first.
/// </summary>
public static class ClassicalScaling
{
    /// <param name="distances"><c>[item, item]</c>, symmetric, 0 on the diagonal.</param>
    public static PlanarPlaces Place(double[,] distances)
    {
        var products = CentredProducts(distances);
        var count = products.GetLength(0);
        var pairs = LeadingEigenpairs.Of(products, 2);
        var axes = pairs.Select(p => Scaled(p.Vector, p.Value)).Concat([new double[count], new double[count]]).Take(2).ToArray();
        var trace = Enumerable.Range(0, count).Sum(i => products[i, i]);
        var shown = pairs.Sum(p => Math.Max(p.Value, 0));
        return new([.. Enumerable.Range(0, count).Select(i => (axes[0][i], axes[1][i]))], trace > 0 ? Math.Min(1, shown / trace) : 1);
    }

    /// <summary>B = −½ J D² J, J = I − 11ᵀ/n: the inner products of the items about their centre.</summary>
    private static double[,] CentredProducts(double[,] distances)
    {
        var count = distances.GetLength(0);
        var means = new double[count];
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++)
            {
                means[i] += distances[i, j] * distances[i, j] / count;
            }
        }

        var mean = means.Sum() / Math.Max(count, 1);
        var products = new double[count, count];
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++)
            {
                products[i, j] = -0.5 * ((distances[i, j] * distances[i, j]) - means[i] - means[j] + mean);
            }
        }

        return products;
    }

    private static double[] Scaled(double[] vector, double value)
    {
        var furthest = 0;
        for (var i = 1; i < vector.Length; i++)
        {
            // Items that mirror each other differ by rounding only.
            furthest = Math.Abs(vector[i]) > Math.Abs(vector[furthest]) + 1e-9 ? i : furthest;
        }

        var factor = Math.Sqrt(Math.Max(value, 0)) * (vector[furthest] < 0 ? -1 : 1);
        return [.. vector.Select(v => v * factor)];
    }
}

namespace IzzyViz.Analysis.Statistics.Patterns;

internal readonly record struct Eigenpair(double Value, double[] Vector);

/// <summary>
/// The largest eigenvalues of a symmetric matrix, by orthogonal iteration with Rayleigh–Ritz (Golub and Van Loan, "Matrix computations",
/// 8.2.4). A few vectors more than asked for are carried along, which makes it quick; the start is fixed, so that the result is.
/// </summary>
internal static class LeadingEigenpairs
{
    private const int Guard = 6;
    private const int MostRounds = 400;
    private const double Tolerance = 1e-11;

    /// <returns>By falling value, at most as many as the matrix has rows.</returns>
    public static Eigenpair[] Of(double[,] matrix, int count)
    {
        var size = matrix.GetLength(0);
        var shift = Vectors.RowSum(matrix);
        var basis = Enumerable.Range(0, Math.Min(size, count + Guard)).Select(k => Start(size, k)).ToArray();
        Orthonormalise(basis);
        var (values, scale) = (new double[basis.Length], Math.Max(shift, double.Epsilon));
        for (var round = 0; round < MostRounds; round++)
        {
            var before = values;
            (values, basis) = Ritz(matrix, basis);
            if (round > 0 && Enumerable.Range(0, Math.Min(count, size)).All(k => Math.Abs(values[k] - before[k]) <= Tolerance * scale) && Residual(matrix, basis, values, count) <= 1e-7 * scale)
            {
                break;
            }

            basis = [.. basis.Select(v => Vectors.Add(Vectors.Multiply(matrix, v), v, Lift(values, shift)))];
            Orthonormalise(basis);
        }

        return [.. basis.Take(count).Select((vector, k) => new Eigenpair(values[k], vector))];
    }

    // A multiple of the identity added turns the most negative value found so far to 0, so that no value below 0 leads.
    private static double Lift(double[] values, double norm) => Math.Min(norm, Math.Max(0, -values[^1]));

    private static double Residual(double[,] matrix, double[][] basis, double[] values, int count) =>
        basis.Take(count).Select((v, k) => Vectors.Multiply(matrix, v).Select((x, i) => Math.Abs(x - (values[k] * v[i]))).DefaultIfEmpty(0).Max()).DefaultIfEmpty(0).Max();

    /// <summary>The eigenvectors of the matrix seen within the basis.</summary>
    private static (double[] Values, double[][] Basis) Ritz(double[,] matrix, double[][] basis)
    {
        var images = basis.Select(v => Vectors.Multiply(matrix, v)).ToArray();
        var small = new double[basis.Length, basis.Length];
        for (var i = 0; i < basis.Length; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                small[i, j] = small[j, i] = Vectors.Dot(basis[i], images[j]);
            }
        }

        var pairs = JacobiRotations.Diagonalise(small);
        return ([.. pairs.Select(p => p.Value)], [.. pairs.Select(p => Combine(basis, p.Vector))]);
    }

    private static double[] Combine(double[][] basis, double[] weights)
    {
        var sum = new double[basis[0].Length];
        for (var k = 0; k < basis.Length; k++)
        {
            for (var i = 0; i < sum.Length; i++)
            {
                sum[i] += basis[k][i] * weights[k];
            }
        }

        return sum;
    }

    // Modified Gram–Schmidt, twice; a vector that vanishes is replaced by the first axis that does not.
    private static void Orthonormalise(double[][] basis)
    {
        for (var k = 0; k < basis.Length; k++)
        {
            var axis = 0;
            while (!Clear(basis, k))
            {
                basis[k] = new double[basis[k].Length];
                basis[k][axis++] = 1;
            }
        }
    }

    private static bool Clear(double[][] basis, int k)
    {
        var vector = basis[k];
        var before = Math.Sqrt(Vectors.Dot(vector, vector));
        foreach (var earlier in basis.Take(k).Concat(basis.Take(k)))
        {
            vector = Vectors.Add(vector, earlier, -Vectors.Dot(vector, earlier));
        }

        var length = Math.Sqrt(Vectors.Dot(vector, vector));
        basis[k] = length > 1e-10 * before && length > 0 ? [.. vector.Select(v => v / length)] : vector;
        return length > 1e-10 * before && length > 0;
    }

    private static double[] Start(int size, int k) => [.. Enumerable.Range(0, size).Select(i => Math.Cos((i + 0.5) * (k + 1)) + (i == k ? 1 : 0))];
}

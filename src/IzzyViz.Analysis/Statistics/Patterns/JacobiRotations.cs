namespace IzzyViz.Analysis.Statistics.Patterns;

/// <summary>All eigenpairs of a small symmetric matrix by cyclic Jacobi rotations (Golub and Van Loan, "Matrix computations", 8.5).</summary>
internal static class JacobiRotations
{
    private const int MostSweeps = 60;

    /// <returns>By falling value; of equal ones the earlier column first.</returns>
    public static Eigenpair[] Diagonalise(double[,] matrix)
    {
        var (a, size) = ((double[,])matrix.Clone(), matrix.GetLength(0));
        var vectors = new double[size, size];
        for (var i = 0; i < size; i++)
        {
            vectors[i, i] = 1;
        }

        for (var sweep = 0; sweep < MostSweeps && OffDiagonal(a) > 0; sweep++)
        {
            for (var p = 0; p < size; p++)
            {
                for (var q = p + 1; q < size; q++)
                {
                    Rotate(a, vectors, p, q);
                }
            }
        }

        return
        [
            .. Enumerable.Range(0, size)
                .Select(k => new Eigenpair(a[k, k], [.. Enumerable.Range(0, size).Select(i => vectors[i, k])]))
                .OrderByDescending(p => p.Value),
        ];
    }

    private static void Rotate(double[,] a, double[,] vectors, int p, int q)
    {
        if (Math.Abs(a[p, q]) <= double.Epsilon)
        {
            return;
        }

        var theta = (a[q, q] - a[p, p]) / (2 * a[p, q]);
        var t = (theta < 0 ? -1 : 1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        var (c, s) = (1 / Math.Sqrt((t * t) + 1), t / Math.Sqrt((t * t) + 1));
        for (var k = 0; k < a.GetLength(0); k++)
        {
            (a[k, p], a[k, q]) = ((c * a[k, p]) - (s * a[k, q]), (s * a[k, p]) + (c * a[k, q]));
        }

        for (var k = 0; k < a.GetLength(0); k++)
        {
            (a[p, k], a[q, k]) = ((c * a[p, k]) - (s * a[q, k]), (s * a[p, k]) + (c * a[q, k]));
            (vectors[k, p], vectors[k, q]) = ((c * vectors[k, p]) - (s * vectors[k, q]), (s * vectors[k, p]) + (c * vectors[k, q]));
        }
    }

    // Relative to the whole; below rounding it counts as nothing.
    private static double OffDiagonal(double[,] a)
    {
        var (off, all) = (0.0, 0.0);
        for (var i = 0; i < a.GetLength(0); i++)
        {
            for (var j = 0; j < a.GetLength(0); j++)
            {
                (off, all) = (off + (i == j ? 0 : a[i, j] * a[i, j]), all + (a[i, j] * a[i, j]));
            }
        }

        return off <= 1e-30 * all ? 0 : off;
    }
}

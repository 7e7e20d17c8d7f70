namespace IzzyViz.Analysis.Statistics.Patterns;

/// <summary>Arithmetic of vectors and square matrices in a fixed order of operations, so that sums are the same on every machine.</summary>
internal static class Vectors
{
    public static double[] Multiply(double[,] matrix, double[] vector)
    {
        var result = new double[vector.Length];
        for (var i = 0; i < result.Length; i++)
        {
            var sum = 0.0;
            for (var j = 0; j < vector.Length; j++)
            {
                sum += matrix[i, j] * vector[j];
            }

            result[i] = sum;
        }

        return result;
    }

    public static double[] Add(double[] left, double[] right, double factor) => [.. left.Zip(right, (l, r) => l + (r * factor))];

    public static double Dot(double[] left, double[] right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }

    /// <summary>The largest sum of absolute values of a row: no eigenvalue is larger.</summary>
    public static double RowSum(double[,] matrix)
    {
        var largest = 0.0;
        for (var i = 0; i < matrix.GetLength(0); i++)
        {
            largest = Math.Max(largest, Enumerable.Range(0, matrix.GetLength(1)).Sum(j => Math.Abs(matrix[i, j])));
        }

        return largest;
    }
}

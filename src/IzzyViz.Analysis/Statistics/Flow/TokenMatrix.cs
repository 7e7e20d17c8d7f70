namespace IzzyViz.Analysis.Statistics.Flow;

/// <summary>A square matrix over the tokens of one sequence, in double precision; the rows of those made here sum to 1.</summary>
public sealed class TokenMatrix(int size, double[] values)
{
    public int Size => size;

    public double this[int row, int column] => values[(row * size) + column];

    public ReadOnlySpan<double> Row(int row) => values.AsSpan(row * size, size);

    /// <summary>This matrix times another: what reaches this layer through the ones below.</summary>
    public TokenMatrix Times(TokenMatrix below)
    {
        var product = new double[size * size];
        for (var i = 0; i < size; i++)
        {
            for (var k = 0; k < size; k++)
            {
                var factor = this[i, k];
                for (var j = 0; factor != 0 && j < size; j++)
                {
                    product[(i * size) + j] += factor * below[k, j];
                }
            }
        }

        return new(size, product);
    }
}

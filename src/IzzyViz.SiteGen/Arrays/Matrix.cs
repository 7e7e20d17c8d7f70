namespace IzzyViz.SiteGen.Arrays;

/// <summary>Numbers in rows and columns, row-major, in double precision.</summary>
internal sealed class Matrix(int rows, int columns, double[] values)
{
    public int Rows { get; } = rows;

    public int Columns { get; } = columns;

    public ReadOnlySpan<double> Values => values;

    public double this[int row, int column] => values[(row * Columns) + column];

    public static Matrix From(int rows, int columns, Func<int, int, double> value)
    {
        var values = new double[rows * columns];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = value(i / columns, i % columns);
        }

        return new(rows, columns, values);
    }

    public ReadOnlySpan<double> Row(int row) => values.AsSpan(row * Columns, Columns);

    /// <summary>The part of it with these rows and columns.</summary>
    public Matrix Part(Range rows, Range columns)
    {
        var (top, height) = rows.GetOffsetAndLength(Rows);
        var (left, width) = columns.GetOffsetAndLength(Columns);
        return From(height, width, (row, column) => this[top + row, left + column]);
    }

    public Matrix Map(Func<double, double> change) => new(Rows, Columns, Array.ConvertAll(values, v => change(v)));
}

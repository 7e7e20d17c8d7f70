namespace IzzyViz.DemoModels.Numerics;

/// <summary>A dense matrix with the gradient of the loss beside it. The arrays may be longer than the matrix: they are reused.</summary>
internal sealed class Matrix(int rows, int columns, float[] values, float[] gradient)
{
    public Matrix(int rows, int columns)
        : this(rows, columns, new float[rows * columns], new float[rows * columns])
    {
    }

    public int Rows { get; } = rows;

    public int Columns { get; } = columns;

    public Span<float> Values => values.AsSpan(0, Rows * Columns);

    public Span<float> Gradient => gradient.AsSpan(0, Rows * Columns);

    public MatrixView View => MatrixView.Dense(Values, Rows, Columns);

    public MatrixView GradientView => MatrixView.Dense(Gradient, Rows, Columns);

    public Span<float> Row(int row) => Values.Slice(row * Columns, Columns);

    public Span<float> GradientRow(int row) => Gradient.Slice(row * Columns, Columns);
}

namespace IzzyViz.DemoModels.Numerics;

/// <summary>A window of a matrix: element (r, c) lies at <c>r * RowStride + c * ColumnStride</c> of <paramref name="data"/>.</summary>
internal readonly ref struct MatrixView(Span<float> data, int rows, int columns, int rowStride, int columnStride = 1)
{
    public Span<float> Data { get; } = data;

    public int Rows { get; } = rows;

    public int Columns { get; } = columns;

    public int RowStride { get; } = rowStride;

    public int ColumnStride { get; } = columnStride;

    public MatrixView Transposed => new(Data, Columns, Rows, ColumnStride, RowStride);

    public Span<float> Row(int row) => Data.Slice(row * RowStride, Columns);

    public static MatrixView Dense(Span<float> data, int rows, int columns) => new(data, rows, columns, columns);

    /// <summary>Writes the transpose of this view densely into <paramref name="target"/>, so that it can be a right operand.</summary>
    public MatrixView TransposeInto(Span<float> target)
    {
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < Columns; column++)
            {
                target[column * Rows + row] = Data[row * RowStride + column * ColumnStride];
            }
        }

        return Dense(target[..(Rows * Columns)], Columns, Rows);
    }
}

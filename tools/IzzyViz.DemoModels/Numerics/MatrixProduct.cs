using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace IzzyViz.DemoModels.Numerics;

/// <summary>
/// C += A·B. Every element of C is one chain of fused multiply-adds along the inner dimension, in order, so the result does not
/// depend on the width of the processor's vectors.
/// </summary>
internal static class MatrixProduct
{
    private const int TileRows = 4;

    /// <param name="a">[m, k], any strides.</param>
    /// <param name="b">[k, n], rows contiguous.</param>
    /// <param name="c">[m, n], rows contiguous.</param>
    public static void Accumulate(MatrixView a, MatrixView b, MatrixView c)
    {
        var row = 0;
        for (; row + TileRows <= a.Rows; row += TileRows)
        {
            FourRows(a, b, c, row);
        }

        for (; row < a.Rows; row++)
        {
            Tail(a, b, c, row, 0);
        }
    }

    private static void FourRows(MatrixView a, MatrixView b, MatrixView c, int row)
    {
        var column = 0;
        var step = 2 * Vector<float>.Count;
        for (; column + step <= b.Columns; column += step)
        {
            FourByTwo(a, b, c, row, column);
        }

        for (var r = row; r < row + TileRows; r++)
        {
            Tail(a, b, c, r, column);
        }
    }

    /// <summary>Four rows by two vectors: eight sums that stay in registers, which an array of vectors would not.</summary>
    private static void FourByTwo(MatrixView a, MatrixView b, MatrixView c, int row, int column)
    {
        ref var left = ref Unsafe.Add(ref MemoryMarshal.GetReference(a.Data), row * a.RowStride);
        ref var right = ref Unsafe.Add(ref MemoryMarshal.GetReference(b.Data), column);
        ref var sum = ref Unsafe.Add(ref MemoryMarshal.GetReference(c.Data), row * c.RowStride + column);
        int width = Vector<float>.Count, stride = a.RowStride, next = c.RowStride;
        var c00 = Load(ref sum, 0);
        var c01 = Load(ref sum, width);
        var c10 = Load(ref sum, next);
        var c11 = Load(ref sum, next + width);
        var c20 = Load(ref sum, 2 * next);
        var c21 = Load(ref sum, 2 * next + width);
        var c30 = Load(ref sum, 3 * next);
        var c31 = Load(ref sum, 3 * next + width);
        for (var k = 0; k < a.Columns; k++)
        {
            var b0 = Load(ref right, 0);
            var b1 = Load(ref right, width);
            var factor = new Vector<float>(left);
            c00 = Vector.FusedMultiplyAdd(factor, b0, c00);
            c01 = Vector.FusedMultiplyAdd(factor, b1, c01);
            factor = new Vector<float>(Unsafe.Add(ref left, stride));
            c10 = Vector.FusedMultiplyAdd(factor, b0, c10);
            c11 = Vector.FusedMultiplyAdd(factor, b1, c11);
            factor = new Vector<float>(Unsafe.Add(ref left, 2 * stride));
            c20 = Vector.FusedMultiplyAdd(factor, b0, c20);
            c21 = Vector.FusedMultiplyAdd(factor, b1, c21);
            factor = new Vector<float>(Unsafe.Add(ref left, 3 * stride));
            c30 = Vector.FusedMultiplyAdd(factor, b0, c30);
            c31 = Vector.FusedMultiplyAdd(factor, b1, c31);
            left = ref Unsafe.Add(ref left, a.ColumnStride);
            right = ref Unsafe.Add(ref right, b.RowStride);
        }

        Store(c00, ref sum, 0);
        Store(c01, ref sum, width);
        Store(c10, ref sum, next);
        Store(c11, ref sum, next + width);
        Store(c20, ref sum, 2 * next);
        Store(c21, ref sum, 2 * next + width);
        Store(c30, ref sum, 3 * next);
        Store(c31, ref sum, 3 * next + width);
    }

    private static void Tail(MatrixView a, MatrixView b, MatrixView c, int row, int column)
    {
        var width = Vector<float>.Count;
        for (; column + width <= b.Columns; column += width)
        {
            OneVector(a, b, c, row, column);
        }

        for (; column < b.Columns; column++)
        {
            var sum = c.Data[row * c.RowStride + column];
            for (var k = 0; k < a.Columns; k++)
            {
                sum = MathF.FusedMultiplyAdd(a.Data[row * a.RowStride + k * a.ColumnStride], b.Data[k * b.RowStride + column], sum);
            }

            c.Data[row * c.RowStride + column] = sum;
        }
    }

    private static void OneVector(MatrixView a, MatrixView b, MatrixView c, int row, int column)
    {
        ref var left = ref Unsafe.Add(ref MemoryMarshal.GetReference(a.Data), row * a.RowStride);
        ref var right = ref Unsafe.Add(ref MemoryMarshal.GetReference(b.Data), column);
        ref var target = ref Unsafe.Add(ref MemoryMarshal.GetReference(c.Data), row * c.RowStride + column);
        var sum = Load(ref target, 0);
        for (var k = 0; k < a.Columns; k++)
        {
            var factor = new Vector<float>(Unsafe.Add(ref left, k * a.ColumnStride));
            sum = Vector.FusedMultiplyAdd(factor, Load(ref right, k * b.RowStride), sum);
        }

        Store(sum, ref target, 0);
    }

    private static Vector<float> Load(ref float start, int offset) => Vector.LoadUnsafe(ref Unsafe.Add(ref start, offset));

    private static void Store(Vector<float> value, ref float start, int offset) => value.StoreUnsafe(ref Unsafe.Add(ref start, offset));
}

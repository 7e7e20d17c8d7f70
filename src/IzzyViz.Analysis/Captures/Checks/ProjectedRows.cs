using System.Collections.Immutable;
using System.Numerics.Tensors;
using IzzyViz.Analysis.Captures.Probes;
using IzzyViz.Analysis.Captures.Running;
using Microsoft.ML.OnnxRuntime;

namespace IzzyViz.Analysis.Captures.Checks;

/// <summary>A tensor read as <c>[block…, token, feature]</c>, its features projected to one number per token; where it is stored another way it is read by strides, not copied.</summary>
/// <param name="Blocks">Sizes of the axes before the tokens.</param>
internal sealed record ProjectedRows(ImmutableArray<long> Blocks, long Tokens, long Size, float[] Numbers)
{
    /// <summary>Null where the tensor has not the axes that the operand names.</summary>
    public static ProjectedRows? Of(OrtValue value, Operand operand)
    {
        var stored = value.Shape();
        var order = Order(operand, stored.Length);
        if (order.Length < 2 || order.Any(axis => axis >= stored.Length) || order[^1] < 0)
        {
            return null;
        }

        ImmutableArray<long> dims = [.. order.Select(axis => axis < 0 ? 1 : stored[axis])], strides = [.. order.Select(axis => axis < 0 ? 0 : Stride(stored, axis))];
        return new(dims[..^2], dims[^2], dims[^1], Projected(value.Singles(), dims, strides));
    }

    private static ImmutableArray<int> Order(Operand operand, int rank)
    {
        var order = operand.Order.IsEmpty ? [.. Enumerable.Range(0, rank)] : operand.Order;
        return operand.IsTurned && order.Length > 1 ? [.. order[..^2], order[^1], order[^2]] : order;
    }

    private static long Stride(long[] stored, int axis) => stored.Skip(axis + 1).Aggregate(1L, (p, d) => p * d);

    private static float[] Projected(ReadOnlySpan<float> data, ImmutableArray<long> dims, ImmutableArray<long> strides)
    {
        var signs = Signs((int)dims[^1]);
        var projected = new float[dims.SkipLast(1).Aggregate(1L, (p, d) => p * d)];
        var (counter, start) = (new long[dims.Length - 1], 0L);
        for (var i = 0; i < projected.Length; i++)
        {
            projected[i] = Sum(data[(int)start..], (int)strides[^1], signs);
            start = Next(counter, start, dims, strides);
        }

        return projected;
    }

    private static long Next(long[] counter, long start, ImmutableArray<long> dims, ImmutableArray<long> strides)
    {
        for (var axis = counter.Length - 1; axis >= 0; axis--)
        {
            start += strides[axis];
            if (++counter[axis] < dims[axis])
            {
                return start;
            }

            start -= strides[axis] * dims[axis];
            counter[axis] = 0;
        }

        return start;
    }

    private static float Sum(ReadOnlySpan<float> data, int stride, float[] signs)
    {
        if (stride == 1)
        {
            return TensorPrimitives.Dot(data[..signs.Length], signs);
        }

        float sum = 0;
        for (var i = 0; i < signs.Length; i++)
        {
            sum += data[i * stride] * signs[i];
        }

        return sum;
    }

    /// <summary>Signs from a fixed mixing of the index: random enough to miss nothing, the same in every run.</summary>
    private static float[] Signs(int size)
    {
        var signs = new float[size];
        for (var i = 0; i < size; i++)
        {
            var mixed = (uint)(i + 1) * 2654435761u;
            signs[i] = ((mixed ^ (mixed >> 15)) & 64) == 0 ? 1 : -1;
        }

        return signs;
    }
}

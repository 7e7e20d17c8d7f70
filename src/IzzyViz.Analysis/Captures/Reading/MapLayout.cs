using System.Collections.Immutable;

namespace IzzyViz.Analysis.Captures.Reading;

/// <summary>How a tensor of weights becomes <c>[batch, head, query, key]</c>: a reading of its shape, and a transposition where it is stored another way.</summary>
/// <param name="Dims">Four sizes.</param>
/// <param name="Permutation">The transposition of the stored tensor that comes first; empty for none.</param>
internal sealed record MapLayout(ImmutableArray<long> Dims, ImmutableArray<int> Permutation)
{
    /// <summary>The reading of a shape; null where there is none.</summary>
    /// <param name="batch">Examples fed at once: it unfolds <c>[batch·heads, query, key]</c>.</param>
    /// <param name="keys">Tokens where known, to tell grouped heads from windows; 0 where not.</param>
    public static MapLayout? Of(ReadOnlySpan<long> stored, ImmutableArray<int> permutation, long batch, long keys)
    {
        long[] dims = permutation.IsEmpty ? [.. stored] : [.. Permuted(stored, permutation)];
        ImmutableArray<long>? four = dims switch
        {
            [var q, var k] when batch == 1 => [1, 1, q, k],
            [var n, var q, var k] when batch > 0 && n % batch == 0 => [batch, n / batch, q, k],
            [_, _, _, _] => [.. dims],
            [var b, var g, var h, var q, var k] => b == batch && k == keys ? [b, g * h, q, k] : [b * g, h, q, k],
            [var b, var x, var y, var h, var q, var k] => [b * x * y, h, q, k],
            _ => null,
        };
        return four is { } found ? new(found, permutation) : null;
    }

    /// <summary>The transposition that puts keys last.</summary>
    public static ImmutableArray<int> KeysLast(int rank, int keyAxis) => keyAxis == 0 ? []
        : [.. Enumerable.Range(0, rank).Select(i => i == rank - 1 ? rank - 1 - keyAxis : i == rank - 1 - keyAxis ? rank - 1 : i)];

    /// <summary>Copies stored weights into the reading's order.</summary>
    public void Arrange(ReadOnlySpan<float> stored, ReadOnlySpan<long> dims, Span<float> target)
    {
        var strides = new long[dims.Length];
        for (var (i, stride) = (dims.Length - 1, 1L); i >= 0; i--)
        {
            (strides[i], stride) = (stride, stride * dims[i]);
        }

        var counter = new long[dims.Length];
        for (var t = 0; t < target.Length; t++)
        {
            long from = 0;
            for (var i = 0; i < counter.Length; i++)
            {
                from += counter[i] * strides[Permutation[i]];
            }

            target[t] = stored[(int)from];
            Advance(counter, dims);
        }
    }

    private void Advance(long[] counter, ReadOnlySpan<long> dims)
    {
        for (var i = counter.Length - 1; i >= 0 && ++counter[i] == dims[Permutation[i]]; i--)
        {
            counter[i] = 0;
        }
    }

    private static List<long> Permuted(ReadOnlySpan<long> dims, ImmutableArray<int> permutation)
    {
        var result = new List<long>();
        foreach (var axis in permutation)
        {
            result.Add(dims[axis]);
        }

        return result;
    }
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Captures.Probes;
using IzzyViz.Analysis.Captures.Reading;
using IzzyViz.Analysis.Onnx;
using Microsoft.ML.OnnxRuntime;

namespace IzzyViz.Analysis.Captures.Running;

/// <summary>
/// Weights <c>[batch, head, query, key]</c>: the runtime's own memory where its order and type fit, a copy elsewhere. They lie in one piece, or in one piece per head where
/// heads are computed or read apart.
/// </summary>
internal sealed class WeightsBuffer
{
    private readonly ImmutableArray<WeightsPiece> _pieces;

    private WeightsBuffer(ImmutableArray<long> dims, ImmutableArray<WeightsPiece> pieces) => (Dims, _pieces) = (dims, pieces);

    public ImmutableArray<long> Dims { get; }

    /// <summary>The graph holds them in 16 bits.</summary>
    public bool IsHalf { get; private init; }

    public int Maps => (int)(Dims[0] * Dims[1]);

    private int Cells => (int)(Dims[2] * Dims[3]);

    /// <summary>One map <c>[query, key]</c>.</summary>
    /// <param name="map">Example times heads plus head.</param>
    public ReadOnlySpan<float> Map(int map) => _pieces.Length == 1
        ? _pieces[0].Slice((long)map * Cells, Cells)
        : _pieces[map % _pieces.Length].Slice((long)(map / _pieces.Length) * Cells, Cells);

    /// <summary>One query's row, counted over all maps.</summary>
    public ReadOnlySpan<float> Row(int row) => Map(row / (int)Dims[2]).Slice(row % (int)Dims[2] * (int)Dims[3], (int)Dims[3]);

    /// <summary>Maps in one span: a copy where they lie in pieces.</summary>
    public ReadOnlySpan<float> Range(int first, int count)
    {
        if (_pieces.Length == 1)
        {
            return _pieces[0].Slice((long)first * Cells, count * Cells);
        }

        var copy = new float[count * Cells];
        for (var i = 0; i < count; i++)
        {
            Map(first + i).CopyTo(copy.AsSpan(i * Cells));
        }

        return copy;
    }

    /// <summary>Reads a probe's tensor; null where its shape has no reading.</summary>
    public static WeightsBuffer? Of(OrtValue value, Probe probe, long batch, long keys)
    {
        var shape = value.Shape();
        var stored = Unfolded(shape, probe, batch);
        var order = stored.Length > shape.Length ? HeadsFirst(probe.KeyAxis) : Order(probe, stored.Length);
        if (MapLayout.Of(stored, order, batch, keys) is not { } layout)
        {
            return null;
        }

        if (order.IsEmpty && value.Type() == ElementType.Float32)
        {
            return new(layout.Dims, [WeightsPiece.Of(value)]);
        }

        var singles = value.Singles();
        return new(layout.Dims, [WeightsPiece.Of(order.IsEmpty ? singles.ToArray() : Arranged(layout, singles, stored))]) { IsHalf = value.Type() == ElementType.Float16 };
    }

    /// <summary>Heads that were computed or read apart as one module's: <c>[batch, head, query, key]</c>.</summary>
    public static WeightsBuffer? Joined(IReadOnlyList<WeightsBuffer> heads)
    {
        var dims = heads[0].Dims;
        return heads.Any(h => !h.Dims.SequenceEqual(dims)) || dims[1] != 1 ? null : new([dims[0], heads.Count, dims[2], dims[3]], [.. heads.Select(h => h._pieces[0])]);
    }

    private static long[] Unfolded(long[] stored, Probe probe, long batch) =>
        probe.HeadsAreOutermost && stored is [var n, var queries, var keys] && batch > 1 && n % batch == 0 ? [n / batch, batch, queries, keys] : stored;

    /// <summary>Of <c>[head, batch, …]</c>, as the one folded axis is read.</summary>
    private static ImmutableArray<int> HeadsFirst(int keyAxis) => [1, 0, 2 + keyAxis, 3 - keyAxis];

    private static ImmutableArray<int> Order(Probe probe, int rank) =>
        probe.Order.Length == rank && !IsIdentity(probe.Order) ? probe.Order : MapLayout.KeysLast(rank, probe.KeyAxis);

    private static float[] Arranged(MapLayout layout, ReadOnlySpan<float> singles, long[] stored)
    {
        var target = new float[singles.Length];
        layout.Arrange(singles, stored, target);
        return target;
    }

    private static bool IsIdentity(ImmutableArray<int> order) => order.Select((axis, i) => axis == i).All(same => same);
}

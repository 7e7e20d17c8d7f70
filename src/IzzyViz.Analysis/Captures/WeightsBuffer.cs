using System.Collections.Immutable;
using IzzyViz.Analysis.Captures.Probes;
using IzzyViz.Analysis.Onnx;
using Microsoft.ML.OnnxRuntime;

namespace IzzyViz.Analysis.Captures;

/// <summary>Weights <c>[batch, head, query, key]</c>: the runtime's own memory where its order and type fit, a copy elsewhere.</summary>
internal sealed class WeightsBuffer
{
    private readonly OrtValue? _inPlace;
    private readonly float[] _copy = [];

    private WeightsBuffer(ImmutableArray<long> dims, OrtValue inPlace) => (Dims, _inPlace) = (dims, inPlace);

    private WeightsBuffer(ImmutableArray<long> dims, float[] copy) => (Dims, _copy) = (dims, copy);

    public ImmutableArray<long> Dims { get; }

    public ReadOnlySpan<float> Span => _inPlace is null ? _copy : _inPlace.GetTensorDataAsSpan<float>();

    /// <summary>Reads a probe's tensor; null where its shape has no reading.</summary>
    public static WeightsBuffer? Of(OrtValue value, Probe probe, long batch, long keys)
    {
        var stored = value.Shape();
        var order = probe.Order.IsEmpty || probe.Order.Length != stored.Length || IsIdentity(probe.Order) ? MapLayout.KeysLast(stored.Length, probe.KeyAxis) : probe.Order;
        if (MapLayout.Of(stored, order, batch, keys) is not { } layout)
        {
            return null;
        }

        if (order.IsEmpty && value.Type() == ElementType.Float32)
        {
            return new(layout.Dims, value);
        }

        var singles = value.Singles();
        return order.IsEmpty ? new(layout.Dims, singles.ToArray()) : Arranged(layout, singles, stored);
    }

    /// <summary>Heads that were computed apart, joined: <c>[batch, head, query, key]</c>.</summary>
    public static WeightsBuffer? Joined(IReadOnlyList<WeightsBuffer> heads)
    {
        var dims = heads[0].Dims;
        if (heads.Any(h => !h.Dims.SequenceEqual(dims)) || dims[1] != 1)
        {
            return null;
        }

        var size = (int)(dims[2] * dims[3]);
        var joined = new float[dims[0] * heads.Count * size];
        for (var b = 0; b < dims[0]; b++)
        {
            for (var h = 0; h < heads.Count; h++)
            {
                heads[h].Span.Slice(b * size, size).CopyTo(joined.AsSpan(((b * heads.Count) + h) * size));
            }
        }

        return new([dims[0], heads.Count, dims[2], dims[3]], joined);
    }

    private static WeightsBuffer Arranged(MapLayout layout, ReadOnlySpan<float> singles, long[] stored)
    {
        var target = new float[singles.Length];
        layout.Arrange(singles, stored, target);
        return new(layout.Dims, target);
    }

    private static bool IsIdentity(ImmutableArray<int> order) => order.Select((axis, i) => axis == i).All(same => same);
}

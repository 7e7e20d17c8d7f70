using System.Collections.Immutable;
using IzzyViz.Analysis.Captures.Probes;
using IzzyViz.Analysis.Captures.Reading;
using IzzyViz.Analysis.Captures.Running;
using Microsoft.ML.OnnxRuntime;

namespace IzzyViz.Analysis.Captures.Projections;

/// <summary>Queries, keys or values as a block <c>[batch, group, token, size]</c>; a group is a query head, or a key/value head.</summary>
internal sealed record Block(int Batch, int Groups, int Tokens, int Size, float[] Values)
{
    public ReadOnlySpan<float> Row(int example, int group, int token) => Values.AsSpan(((((example * Groups) + group) * Tokens) + token) * Size, Size);

    public ReadOnlySpan<float> Rows(int example, int group) => Values.AsSpan(((example * Groups) + group) * Tokens * Size, Tokens * Size);

    /// <summary>Where it was read.</summary>
    public string Tensor { get; init; } = "";

    public CapturedTensor ToTensor() => new([Batch, Groups, Tokens, Size], Values) { Tensor = Tensor };
}

/// <summary>Reads an operand of a product in the reading that its module's weights have.</summary>
internal static class OperandReader
{
    /// <summary>Null where its shape has no reading as heads of these weights.</summary>
    /// <param name="map">The weights' <c>[batch, head, query, key]</c>.</param>
    /// <param name="tokens">Queries or keys; a cache longer than that is cut.</param>
    public static Block? Read(OrtValue value, Operand operand, ImmutableArray<long> map, long tokens)
    {
        var stored = value.Shape();
        if (stored.Length < 2 || (!operand.Order.IsEmpty && operand.Order.Length != stored.Length))
        {
            return null;
        }

        var order = Order(operand, stored.Length);
        long[] dims = [.. order.Select(axis => stored[axis])];
        var (blocks, size) = (dims.SkipLast(2).Aggregate(1L, (p, d) => p * d), dims[^1]);
        return Groups(blocks, map) is { } groups && dims[^2] >= tokens && size > 0
            ? Copy(Arranged(value, stored, order), ((int)map[0], groups, (int)tokens, (int)size), (int)dims[^2], blocks == groups * map[0]) : null;
    }

    private static ImmutableArray<int> Order(Operand operand, int rank)
    {
        var order = operand.Order.IsEmpty ? [.. Enumerable.Range(0, rank)] : operand.Order;
        return operand.IsTurned ? [.. order[..^2], order[^1], order[^2]] : order;
    }

    /// <summary>Heads of a batch, heads that a whole batch shares, or fewer groups that heads share.</summary>
    private static int? Groups(long blocks, ImmutableArray<long> map)
    {
        var (batch, heads) = (map[0], map[1]);
        return batch == 0 || blocks == 0 ? null
            : blocks % batch == 0 && heads % (blocks / batch) == 0 ? (int)(blocks / batch)
            : blocks == heads ? (int)heads : null;
    }

    private static ReadOnlySpan<float> Arranged(OrtValue value, long[] stored, ImmutableArray<int> order)
    {
        var singles = value.Singles();
        if (order.Select((axis, i) => axis == i).All(same => same))
        {
            return singles;
        }

        var arranged = new float[singles.Length];
        new MapLayout([], order).Arrange(singles, stored, arranged);
        return arranged;
    }

    private static Block Copy(ReadOnlySpan<float> source, (int Batch, int Groups, int Tokens, int Size) of, int stored, bool hasBatch)
    {
        var values = new float[of.Batch * of.Groups * of.Tokens * of.Size];
        for (var i = 0; i < of.Batch * of.Groups; i++)
        {
            var from = (hasBatch ? i : i % of.Groups) * stored * of.Size;
            source.Slice(from, of.Tokens * of.Size).CopyTo(values.AsSpan(i * of.Tokens * of.Size));
        }

        return new(of.Batch, of.Groups, of.Tokens, of.Size, values);
    }
}

using System.Buffers;
using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Models;

namespace IzzyViz.Analysis.Statistics;

/// <summary>
/// All statistics of heads that share axes, in one walk over each head. Make one per example and axes, use it for every head and
/// layer; it holds no buffers and may be used by several threads.
/// </summary>
public sealed class HeadStatistics
{
    private readonly AxesIndex _index;
    private readonly ImmutableArray<StatisticDefinition> _definitions;
    private readonly ImmutableArray<bool> _applies;

    public HeadStatistics(AttentionAxes axes, AttentionKind kind, ImmutableArray<StatisticDefinition> definitions)
    {
        _index = new AxesIndex(axes, Kinds.Self(kind));
        _definitions = definitions;

        // Self-attention with more queries than keys is a shape that failed its check: there are no positions to speak of.
        var fits = !_index.IsSelf || _index.Offset >= 0;
        _applies = [.. definitions.Select(d => fits && d.AppliesTo(kind))];
    }

    /// <summary>One statistic of one head, read as text seen both ways where queries are keys and as cross-attention elsewhere.</summary>
    public static double Measure(StatisticDefinition definition, in AttentionView view)
    {
        var kind = view.Axes.IsSelf ? AttentionKind.Encoder : AttentionKind.Cross;
        var result = double.NaN;
        new HeadStatistics(view.Axes, kind, [definition]).Compute(view.Weights, new Span<double>(ref result));
        return result;
    }

    /// <summary>Fills <paramref name="results"/> in the order of the definitions; NaN where one does not apply or no row counts.</summary>
    /// <param name="weights"><c>[query, key]</c>, row-major. Sums are taken in double precision.</param>
    /// <param name="rows">Where given, filled with the number of rows that count.</param>
    public void Compute<T>(ReadOnlySpan<T> weights, Span<double> results, Span<int> rows = default)
        where T : unmanaged, INumberBase<T>
    {
        var keys = _index.Axes.Keys.Count;
        if (weights.Length != _index.Rows.Length * keys)
        {
            throw new ArgumentException($"{weights.Length} weights for {_index.Rows.Length} queries by {keys} keys.", nameof(weights));
        }

        var buffer = ArrayPool<double>.Shared.Rent(RowSums.Padded(keys));
        var sums = ArrayPool<RowPartSum>.Shared.Rent(_definitions.Length);
        Array.Clear(sums, 0, _definitions.Length);
        Walk(weights, buffer, sums);
        Finish(weights, sums, results, rows);
        ArrayPool<double>.Shared.Return(buffer);
        ArrayPool<RowPartSum>.Shared.Return(sums);
    }

    private void Walk<T>(ReadOnlySpan<T> weights, double[] buffer, RowPartSum[] sums)
        where T : unmanaged, INumberBase<T>
    {
        foreach (var visible in _index.Rows)
        {
            if (visible.Count > 0)
            {
                Add(Load(weights, visible, buffer), sums);
            }
        }
    }

    private AttentionRow Load<T>(ReadOnlySpan<T> weights, VisibleRow visible, double[] buffer)
        where T : unmanaged, INumberBase<T>
    {
        var row = buffer.AsSpan(0, visible.Length);
        TensorPrimitives.ConvertTruncating(weights.Slice((visible.Query * _index.Axes.Keys.Count) + visible.Start, visible.Length), row);
        foreach (var (start, end) in visible.Gaps ?? [])
        {
            row[(start - visible.Start)..(end - visible.Start)].Clear();
        }

        var padded = buffer.AsSpan(0, RowSums.Padded(visible.Length));
        padded[visible.Length..].Clear();
        return new(_index, visible, row, RowSums.Of(padded, visible.Length));
    }

    private void Add(in AttentionRow row, RowPartSum[] sums)
    {
        for (var k = 0; k < _definitions.Length; k++)
        {
            if (_applies[k] && _definitions[k].Row is { } measure)
            {
                sums[k].Add(measure(row));
            }
        }
    }

    private void Finish<T>(ReadOnlySpan<T> weights, RowPartSum[] sums, Span<double> results, Span<int> rows)
        where T : unmanaged, INumberBase<T>
    {
        for (var k = 0; k < _definitions.Length; k++)
        {
            results[k] = (_applies[k], _definitions[k].Row) switch
            {
                (false, _) => double.NaN,
                (true, null) => Other(_definitions[k], weights),
                _ => sums[k].Rows < _definitions[k].MinimumRows ? double.NaN : sums[k].Value / sums[k].Weight,
            };
            if (!rows.IsEmpty)
            {
                rows[k] = sums[k].Rows;
            }
        }
    }

    // A statistic that is no mean over rows sees the whole head, in single precision.
    private double Other<T>(StatisticDefinition definition, ReadOnlySpan<T> weights)
        where T : unmanaged, INumberBase<T>
    {
        var single = new float[weights.Length];
        TensorPrimitives.ConvertTruncating(weights, single);
        return definition.Measure(new AttentionView(single, _index.Axes));
    }
}

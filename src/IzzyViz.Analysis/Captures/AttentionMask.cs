using System.Collections;
using System.Collections.Immutable;

namespace IzzyViz.Analysis.Captures;

/// <summary>Which cells of a map exist. A masked cell is absent, which is not the same as a weight of zero.</summary>
public sealed class AttentionMask
{
    private readonly BitArray? _visible;
    private readonly Lazy<ImmutableArray<(int Start, int End)>[]> _hidden;

    private AttentionMask(int queries, int keys, BitArray? visible) => (Queries, Keys, _visible, _hidden) = (queries, keys, visible, new(HiddenRanges));

    public int Queries { get; }

    public int Keys { get; }

    public bool IsFull => _visible is null;

    public bool this[int query, int key] => _visible is null || _visible[(query * Keys) + key];

    /// <summary>Every query sees every key.</summary>
    public static AttentionMask Full(int queries, int keys) => new(queries, keys, null);

    /// <summary>Query i sees keys 0 … i + (keys - queries): the last query sees everything.</summary>
    public static AttentionMask Causal(int queries, int keys) => From(queries, keys, (i, j) => j <= i + keys - queries);

    /// <param name="isVisible">Whether a query sees a key.</param>
    public static AttentionMask From(int queries, int keys, Func<int, int, bool> isVisible)
    {
        var bits = new BitArray(queries * keys);
        for (var i = 0; i < queries; i++)
        {
            for (var j = 0; j < keys; j++)
            {
                bits[(i * keys) + j] = isVisible(i, j);
            }
        }

        return new(queries, keys, bits.HasAllSet() ? null : bits);
    }

    /// <summary>The ranges of keys that a query does not see, in order.</summary>
    internal ImmutableArray<(int Start, int End)> Hidden(int query) => _hidden.Value[query];

    /// <summary>The visible cells as packed bits; null for a full mask.</summary>
    public string? ToBase64()
    {
        if (_visible is null)
        {
            return null;
        }

        var bytes = new byte[(_visible.Length + 7) / 8];
        _visible.CopyTo(bytes, 0);
        return Convert.ToBase64String(bytes);
    }

    /// <summary>The mask of <see cref="ToBase64"/>.</summary>
    public static AttentionMask FromBase64(int queries, int keys, string? packed) =>
        packed is null ? Full(queries, keys) : new(queries, keys, new BitArray(Convert.FromBase64String(packed)) { Length = queries * keys });

    /// <summary>How many keys a query can see.</summary>
    public int VisibleCount(int query)
    {
        if (_visible is null)
        {
            return Keys;
        }

        var count = 0;
        for (var j = 0; j < Keys; j++)
        {
            count += this[query, j] ? 1 : 0;
        }

        return count;
    }

    private ImmutableArray<(int Start, int End)>[] HiddenRanges()
    {
        var rows = new ImmutableArray<(int, int)>[Queries];
        for (var query = 0; query < Queries; query++)
        {
            var ranges = ImmutableArray.CreateBuilder<(int, int)>();
            for (var key = 0; key < Keys; key++)
            {
                if (!this[query, key])
                {
                    var start = key;
                    while (key < Keys && !this[query, key])
                    {
                        key++;
                    }

                    ranges.Add((start, key));
                }
            }

            rows[query] = ranges.ToImmutable();
        }

        return rows;
    }
}

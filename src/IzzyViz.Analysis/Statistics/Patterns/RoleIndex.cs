using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Models;

namespace IzzyViz.Analysis.Statistics.Patterns;

/// <summary>The role of every cell of maps that share axes. Make one per example and axes, use it for every head.</summary>
public sealed class RoleIndex
{
    /// <summary>How many roles there are.</summary>
    public const int Count = (int)KeyRole.Later + 1;

    private const byte Masked = byte.MaxValue;
    private readonly byte[] _roles;
    private readonly AxesIndex _index;
    private readonly bool _isText;

    public RoleIndex(AttentionAxes axes, AttentionKind kind)
    {
        _index = new AxesIndex(axes, Kinds.Self(kind));
        _isText = Kinds.SelfOverText(kind) && _index.Offset >= 0;
        _roles = new byte[axes.Queries.Count * axes.Keys.Count];
        for (var i = 0; i < _roles.Length; i++)
        {
            var (query, key) = Math.DivRem(i, axes.Keys.Count);
            _roles[i] = axes.Mask[query, key] ? (byte)RoleAt(query, key) : Masked;
        }
    }

    /// <summary>Null where the cell is masked.</summary>
    public KeyRole? this[int query, int key] =>
        _roles[(query * _index.Axes.Keys.Count) + key] is var role && role == Masked ? null : (KeyRole)role;

    /// <summary>
    /// Shares <c>[role]</c> of a head's weight, a mean over the rows of tokens that are not special and see two keys or more; each row
    /// counts the same. Weights below 0 count as 0. Null where no row counts.
    /// </summary>
    /// <param name="weights"><c>[query, key]</c>, row-major.</param>
    public double[]? Profile(ReadOnlySpan<float> weights)
    {
        var (profile, rows) = (new double[Count], 0);
        foreach (var row in _index.Rows.Where(r => r.Count >= 2 && !_index.Axes.Queries.Tokens[r.Query].IsSpecial))
        {
            rows += Add(weights, row.Query, profile) ? 1 : 0;
        }

        for (var role = 0; role < Count; role++)
        {
            profile[role] /= Math.Max(rows, 1);
        }

        return rows == 0 ? null : profile;
    }

    private bool Add(ReadOnlySpan<float> weights, int query, double[] profile)
    {
        var start = query * _index.Axes.Keys.Count;
        Span<double> row = stackalloc double[Count];
        var sum = 0.0;
        for (var i = start; i < start + _index.Axes.Keys.Count; i++)
        {
            if (_roles[i] != Masked && weights[i] > 0)
            {
                (row[_roles[i]], sum) = (row[_roles[i]] + weights[i], sum + weights[i]);
            }
        }

        for (var role = 0; sum > 0 && role < Count; role++)
        {
            profile[role] += row[role] / sum;
        }

        return sum > 0;
    }

    private KeyRole RoleAt(int query, int key)
    {
        var position = query + _index.Offset;
        return _index.IsSelf && key == position ? KeyRole.Self
            : _index.Axes.Keys.Tokens[key].IsSpecial ? KeyRole.Special
            : key == _index.FirstKey ? KeyRole.First
            : _isText ? InText(position, key) : Elsewhere(query, key);
    }

    private KeyRole InText(int position, int key) => (key - position) switch
    {
        -1 => KeyRole.Previous,
        1 => KeyRole.Next,
        _ when IsCopy(position, key) => KeyRole.SameToken,
        < 0 when _index.Repeated.Before(position).Contains(key - 1) => KeyRole.AfterSameToken,
        < -4 => KeyRole.FarBefore,
        < 0 => KeyRole.NearBefore,
        <= 4 => KeyRole.NearAfter,
        _ => KeyRole.FarAfter,
    };

    private bool IsCopy(int position, int key) =>
        _index.Axes.Keys.Tokens[position] is { IsSpecial: false, Id: var id } && _index.Axes.Keys.Tokens[key].Id == id;

    private KeyRole Elsewhere(int query, int key)
    {
        var axes = _index.Axes;
        var shift = ((key + 0.5) / axes.Keys.Count) - ((query + 0.5) / axes.Queries.Count);
        return shift < -0.125 ? KeyRole.Earlier : shift > 0.125 ? KeyRole.Later : KeyRole.Aligned;
    }
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Captures.Probes;

namespace IzzyViz.Analysis.Captures.Checks;

/// <summary>Which values each map of weights weighs, and where each of its queries is in the result: blocks may hold several heads, and values may be shared.</summary>
internal sealed class ProductBlocks
{
    private readonly int[] _values;
    private readonly (int Examples, int Heads, int Queries) _maps;
    private readonly int _headsPerBlock;
    private readonly ValueProbe _probe;

    private ProductBlocks(int[] values, (int Examples, int Heads, int Queries) maps, ValueProbe probe) =>
        (_values, _maps, _probe, _headsPerBlock) = (values, maps, probe, maps.Examples * maps.Heads / values.Length);

    /// <param name="dims">Of the weights, <c>[example, head, query, key]</c>.</param>
    /// <returns>Null where the shapes are not those of one product.</returns>
    public static ProductBlocks? Of(ImmutableArray<long> dims, ProjectedRows values, ProjectedRows result, ValueProbe probe)
    {
        var (maps, blocks) = (dims[0] * dims[1], result.Blocks.Aggregate(1L, (p, d) => p * d));
        return blocks == 0 || maps % blocks != 0 || result.Tokens != dims[2] * (maps / blocks) || (probe.IsExact ? Spread(values.Blocks, result.Blocks) : Shared(values.Blocks, (int)blocks)) is not { } spread
            ? null : new(spread, ((int)dims[0], (int)dims[1], (int)dims[2]), probe);
    }

    public int ValuesOf(int map) => _values[Stored(map) / _headsPerBlock];

    public int RowOf(int map, int query) => Stored(map) is var stored && _probe.HeadsLieBehindQueries
        ? (((stored / _headsPerBlock * _maps.Queries) + query) * _headsPerBlock) + (stored % _headsPerBlock)
        : (stored * _maps.Queries) + query;

    private int Stored(int map) => _probe.HeadsAreOutermost ? (map % _maps.Heads * _maps.Examples) + (map / _maps.Heads) : map;

    /// <summary>Neighbouring blocks share values, as grouped heads do inside an operator.</summary>
    private static int[]? Shared(ImmutableArray<long> values, int blocks)
    {
        var groups = (int)values.Aggregate(1L, (p, d) => p * d);
        return groups == 0 || blocks % groups != 0 ? null : [.. Enumerable.Range(0, blocks).Select(block => block / (blocks / groups))];
    }

    /// <summary>The block of values for each block of the result; axes of one entry are repeated, as products do.</summary>
    private static int[]? Spread(ImmutableArray<long> values, ImmutableArray<long> result)
    {
        var missing = result.Length - values.Length;
        if (missing < 0 || values.Where((size, i) => size != 1 && size != result[i + missing]).Any())
        {
            return null;
        }

        var spread = new int[result.Aggregate(1L, (p, d) => p * d)];
        for (var block = 0; block < spread.Length; block++)
        {
            spread[block] = Place(block, values, result);
        }

        return spread;
    }

    private static int Place(int block, ImmutableArray<long> values, ImmutableArray<long> result)
    {
        var (place, stride) = (0L, 1L);
        for (var (i, rest) = (values.Length - 1, (long)block); i >= 0; i--)
        {
            var size = result[i + result.Length - values.Length];
            (place, stride, rest) = (place + (values[i] == 1 ? 0 : rest % size * stride), stride * values[i], rest / size);
        }

        return (int)place;
    }
}

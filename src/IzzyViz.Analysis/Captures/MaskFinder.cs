using IzzyViz.Analysis.Models;

namespace IzzyViz.Analysis.Captures;

/// <summary>Reads the mask of a module off its exact zeros: a softmax gives a zero only where something forbade the cell.</summary>
internal static class MaskFinder
{
    /// <summary>A window is believed without the graph's word only where this many cells agree.</summary>
    private const int EnoughCells = 64;

    /// <summary>Whether no query has weight on a later key; null where no cell could tell.</summary>
    public static bool? IsCausal(WeightsBuffer weights, RealTokens real)
    {
        var (heads, queries, keys) = ((int)weights.Dims[1], (int)weights.Dims[2], (int)weights.Dims[3]);
        var span = weights.Span;
        var seen = false;
        for (var map = 0; map < weights.Dims[0] * heads; map++)
        {
            for (var q = 0; q < queries; q++)
            {
                for (var k = Math.Max(0, q + keys - queries + 1); k < keys; k++)
                {
                    if (!real.IsQuery(map / heads, q, queries) || !real.IsKey(map / heads, k, keys))
                    {
                        continue;
                    }

                    if (span[(((map * queries) + q) * keys) + k] != 0)
                    {
                        return false;
                    }

                    seen = true;
                }
            }
        }

        return seen ? true : null;
    }

    /// <summary>The mask of the first example.</summary>
    public static (AttentionMask Mask, MaskSource Source) Of(AttentionModule module, WeightsBuffer weights, RealTokens real)
    {
        var (queries, keys) = ((int)weights.Dims[2], (int)weights.Dims[3]);
        if (module.Kind is AttentionKind.Cross or AttentionKind.Pool or AttentionKind.Vision)
        {
            return (AttentionMask.Full(queries, keys), MaskSource.None);
        }

        var causal = module.Kind == AttentionKind.Decoder && IsCausal(weights, real) != false;
        var (back, ahead) = (Reach(weights, -1), causal ? 0 : Reach(weights, 1));
        if (!causal && back is null && ahead is null)
        {
            return (AttentionMask.Full(queries, keys), MaskSource.None);
        }

        var offset = keys - queries;
        var mask = AttentionMask.From(queries, keys, (q, k) => k - q - offset <= (ahead ?? keys) && q + offset - k <= (back ?? keys));
        return (mask, module.Window is not null || (causal && queries == 1) ? MaskSource.Graph : MaskSource.Data);
    }

    /// <summary>The farthest offset in one direction that carries weight; null where all do, or where too few cells say otherwise.</summary>
    private static int? Reach(WeightsBuffer weights, int direction)
    {
        var (queries, keys) = ((int)weights.Dims[2], (int)weights.Dims[3]);
        var offset = keys - queries;
        var cells = 0;
        for (var distance = keys - 1; distance > 0; distance--)
        {
            for (var q = 0; q < queries; q++)
            {
                var k = q + offset + (direction * distance);
                if (k >= 0 && k < keys)
                {
                    if (HasWeight(weights, q, k))
                    {
                        return cells >= EnoughCells ? distance : null;
                    }

                    cells += (int)weights.Dims[1];
                }
            }
        }

        return cells >= EnoughCells ? 0 : null;
    }

    private static bool HasWeight(WeightsBuffer weights, int query, int key)
    {
        var (heads, queries, keys) = ((int)weights.Dims[1], (int)weights.Dims[2], (int)weights.Dims[3]);
        for (var h = 0; h < heads; h++)
        {
            if (weights.Span[(((h * queries) + query) * keys) + key] != 0)
            {
                return true;
            }
        }

        return false;
    }
}

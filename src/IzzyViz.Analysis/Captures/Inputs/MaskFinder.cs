using IzzyViz.Analysis.Captures.Running;
using IzzyViz.Analysis.Models;

namespace IzzyViz.Analysis.Captures.Inputs;

/// <summary>Reads the mask of a module off its exact zeros: a softmax gives a zero only where something forbade the cell.</summary>
/// <remarks>One per example: modules that see the same cells share one mask.</remarks>
internal sealed class MaskFinder
{
    /// <summary>A window is believed without the graph's word only where this many cells agree.</summary>
    private const int EnoughCells = 64;

    private readonly Dictionary<(int Queries, int Keys, int Back, int Ahead), AttentionMask> _found = [];

    /// <summary>Whether no query has weight on a later key; null where no cell could tell.</summary>
    public static bool? IsCausal(WeightsBuffer weights, RealTokens real)
    {
        var (heads, queries, keys) = ((int)weights.Dims[1], (int)weights.Dims[2], (int)weights.Dims[3]);
        bool? answer = null;
        for (var row = 0; row < weights.Dims[0] * heads * queries; row++)
        {
            var (example, query) = (row / queries / heads, row % queries);
            var later = Math.Max(0, query + keys - queries + 1);
            if (later >= keys || !real.IsQuery(example, query, queries) || !real.HasKey(example, later, keys))
            {
                continue;
            }

            if (real.Largest(weights.Row(row)[later..], example, later, keys) != 0)
            {
                return false;
            }

            answer = true;
        }

        return answer;
    }

    /// <summary>Whether a query has weight on a key that is farther back than a window.</summary>
    public static bool ReachesBeyond(int window, WeightsBuffer weights)
    {
        var (queries, offset) = ((int)weights.Dims[2], (int)(weights.Dims[3] - weights.Dims[2]));
        for (var q = 0; q < queries; q++)
        {
            for (var k = 0; k <= q + offset - window; k++)
            {
                if (HasWeight(weights, q, k))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The mask of the first example.</summary>
    public (AttentionMask Mask, MaskSource Source) Of(AttentionModule module, WeightsBuffer weights, RealTokens real)
    {
        var (queries, keys) = ((int)weights.Dims[2], (int)weights.Dims[3]);
        if (module.Kind is AttentionKind.Cross or AttentionKind.Pool or AttentionKind.Vision)
        {
            return (AttentionMask.Full(queries, keys), MaskSource.None);
        }

        var causal = module.Kind == AttentionKind.Decoder && IsCausal(weights, real) != false;
        var (back, ahead) = (Reach(weights, -1), causal ? 0 : Reach(weights, 1));
        return !causal && back is null && ahead is null ? (AttentionMask.Full(queries, keys), MaskSource.None)
            : (Band((queries, keys, back ?? keys, ahead ?? keys)), module.Window is not null || (causal && queries == 1) ? MaskSource.Graph : MaskSource.Data);
    }

    private AttentionMask Band((int Queries, int Keys, int Back, int Ahead) band)
    {
        var offset = band.Keys - band.Queries;
        return _found.TryGetValue(band, out var known) ? known
            : _found[band] = AttentionMask.From(band.Queries, band.Keys, (q, k) => k - q - offset <= band.Ahead && q + offset - k <= band.Back);
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
        var (heads, queries) = ((int)weights.Dims[1], (int)weights.Dims[2]);
        for (var h = 0; h < heads; h++)
        {
            if (weights.Row((h * queries) + query)[key] != 0)
            {
                return true;
            }
        }

        return false;
    }
}

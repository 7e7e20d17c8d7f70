using System.Collections.Immutable;

namespace IzzyViz.Analysis.Statistics.Flow;

/// <summary>
/// How one output token is made up through the layers: what it takes, layer by layer, from the tokens below. The parts that arrive at the
/// input are its row of the rollout.
/// </summary>
public sealed class RolloutFlow
{
    private readonly ImmutableArray<TokenMatrix> _mixed;

    private RolloutFlow(ImmutableArray<TokenMatrix> mixed, ImmutableArray<double[]> reach) => (_mixed, Reach) = (mixed, reach);

    /// <summary>Shares <c>[level][token]</c> of the output token that pass through a token: level 0 is the input, level l the output of layer l − 1. Each level sums to 1.</summary>
    public ImmutableArray<double[]> Reach { get; }

    public int Layers => _mixed.Length;

    /// <param name="mixed">Â of every layer, from <see cref="AttentionRollout.Mixed(IReadOnlyList{Summaries.AttentionMap})"/>.</param>
    /// <param name="target">The output token followed back.</param>
    public static RolloutFlow Of(ImmutableArray<TokenMatrix> mixed, int target)
    {
        var reach = new double[mixed.Length + 1][];
        reach[^1] = new double[mixed[0].Size];
        reach[^1][target] = 1;
        for (var layer = mixed.Length - 1; layer >= 0; layer--)
        {
            reach[layer] = Below(mixed[layer], reach[layer + 1]);
        }

        return new(mixed, [.. reach]);
    }

    /// <summary>The share that goes from token <paramref name="from"/> below a layer to token <paramref name="to"/> above it.</summary>
    public double Edge(int layer, int from, int to) => Reach[layer + 1][to] * _mixed[layer][to, from];

    private static double[] Below(TokenMatrix layer, double[] above)
    {
        var below = new double[layer.Size];
        for (var to = 0; to < layer.Size; to++)
        {
            for (var from = 0; above[to] != 0 && from < layer.Size; from++)
            {
                below[from] += above[to] * layer[to, from];
            }
        }

        return below;
    }
}

using System.Numerics.Tensors;
using IzzyViz.Analysis.Captures.Inputs;
using IzzyViz.Analysis.Captures.Running;
using IzzyViz.Analysis.Models;

namespace IzzyViz.Analysis.Captures.Checks;

/// <summary>Proves what can be proved about captured weights without trusting how they were found.</summary>
internal static class SelfChecker
{
    public const double LargestMasked = 1e-6;

    public static SelfCheck Check(AttentionModule module, WeightsBuffer weights, AttentionMask mask, CheckContext context)
    {
        var (rowError, finite) = Rows(module, weights, context.Real);
        var masked = Masked(weights, mask);
        var fits = context.Fits(module, weights);
        var passed = finite && fits && masked <= LargestMasked && rowError <= context.RowTolerance && !(context.ValueError > context.ValueTolerance);
        return new(rowError, masked, context.ValueError, finite, fits, passed);
    }

    private static (double Error, bool IsFinite) Rows(AttentionModule module, WeightsBuffer weights, RealTokens real)
    {
        var (heads, queries) = ((int)weights.Dims[1], (int)weights.Dims[2]);
        double worst = 0;
        for (var row = 0; row < weights.Maps * queries; row++)
        {
            if (!real.IsQuery(row / queries / heads, row % queries, queries))
            {
                continue;
            }

            var sum = TensorPrimitives.Sum(weights.Row(row));
            if (!float.IsFinite(sum))
            {
                return (double.PositiveInfinity, false);
            }

            worst = Math.Max(worst, RowError(module.RowSum, sum, weights.Row(row)));
        }

        return (worst, true);
    }

    /// <summary>A row of zeros is what a guard leaves of a fully masked query.</summary>
    private static double RowError(RowSum promise, float sum, ReadOnlySpan<float> row) => promise switch
    {
        RowSum.Any => 0,
        RowSum.AtMostOne => Math.Max(Math.Max(0, sum - 1), -TensorPrimitives.Min(row)),
        _ => sum == 0 ? 0 : Math.Max(Math.Abs(sum - 1), -TensorPrimitives.Min(row)),
    };

    private static double Masked(WeightsBuffer weights, AttentionMask mask)
    {
        var (heads, queries) = ((int)weights.Dims[1], (int)weights.Dims[2]);
        double worst = 0;
        for (var row = 0; !mask.IsFull && row < heads * queries; row++)
        {
            foreach (var (start, end) in mask.Hidden(row % queries))
            {
                worst = Math.Max(worst, Math.Abs(TensorPrimitives.MaxMagnitude(weights.Row(row)[start..end])));
            }
        }

        return worst;
    }
}

/// <summary>What a check needs besides the weights.</summary>
/// <param name="ValueError">From <see cref="ValueCheck"/>; NaN where not taken.</param>
/// <param name="Tokens">Queries expected; 0 where unknown.</param>
internal sealed record CheckContext(RealTokens Real, double ValueError, double RowTolerance, double ValueTolerance, long Tokens, long Keys)
{
    public long Batch { get; init; } = 1;

    /// <summary>The graph does not say whether the queries are tokens or examples.</summary>
    public bool MayRelateExamples { get; init; }

    /// <summary>Where there are as many examples as queries and as keys, sizes do not tell them apart.</summary>
    public bool Fits(AttentionModule module, WeightsBuffer weights) => module.Kind switch
    {
        AttentionKind.Encoder or AttentionKind.Decoder or AttentionKind.Text when Tokens > 0 =>
            weights.Dims[0] == Batch && weights.Dims[2] == Tokens && weights.Dims[3] == Keys && !(MayRelateExamples && Tokens == Batch && Keys == Batch && Tokens > 1),
        AttentionKind.Cross when Tokens > 0 => weights.Dims[2] == Tokens,
        _ => true,
    };
}

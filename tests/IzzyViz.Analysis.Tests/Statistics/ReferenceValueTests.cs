using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Statistics;

namespace IzzyViz.Analysis.Tests.Statistics;

/// <summary>
/// Published-style reference values for the 8 x 8 matrices, computed elsewhere over all rows. Where a definition leaves out row 0 of the
/// causal matrix (one visible key), its known part there (entropy 0, confidence 1, distance 0) is put back before comparing.
/// </summary>
public sealed class ReferenceValueTests
{
    private static readonly AttentionMask Full = AttentionMask.Full(8, 8);
    private static readonly AttentionMask Causal = AttentionMask.Causal(8, 8);

    [Fact]
    public void Full_matrix_has_the_reference_values()
    {
        Near(1.592506484457, Measure(Entropy.Definition, Full));
        Near(0.765833735903, Measure(NormalizedEntropy.Definition, Full));
        Near(2.560375807812, Measure(AttentionDistance.Definition, Full));
        Near(0.166690732026, Measure(PreviousToken.Definition, Full));
        Near(0.071351511827, Measure(SinkMass.Definition, Full));
        Near(0.368394252652, Measure(Confidence.Definition, Full));
    }

    [Fact]
    public void Causal_matrix_has_the_reference_values()
    {
        Near(1.022601037295, Measure(Entropy.Definition, Causal) * 7 / 8);
        Near(0.803428040254, Measure(NormalizedEntropy.Definition, Causal));
        Near(1.664222339909, Measure(AttentionDistance.Definition, Causal) * 7 / 8);
        Near(0.284766661369, Measure(PreviousToken.Definition, Causal));
        Near(0.157770572231, Measure(SinkMass.Definition, Causal));
        Near(0.542668990821, ((Measure(Confidence.Definition, Causal) * 7) + 1) / 8);
    }

    [Fact]
    public void Repeated_tokens_have_the_reference_values()
    {
        Near(0.308368398355, Measure(Induction.Definition, Causal, [1, 2, 3, 4, 1, 2, 3, 4]));
        Near(0.157393859979, Measure(DuplicateToken.Definition, Causal, [1, 2, 3, 4, 1, 2, 3, 4]));
    }

    [Fact]
    public void Single_precision_weights_lose_no_more_than_their_own_rounding()
    {
        var weights = ReferenceMatrices.Softmax(0, Full).Select(w => (float)w).ToArray();
        var axes = ReferenceMatrices.Axes(Full, 1, 2, 3, 4, 5, 6, 7, 8);

        Assert.Equal(1.592506484457, Entropy.Definition.Measure(new AttentionView(weights, axes)), 1e-7);
    }

    private static double Measure(StatisticDefinition definition, AttentionMask mask, int[]? ids = null)
    {
        var axes = ReferenceMatrices.Axes(mask, ids ?? [1, 2, 3, 4, 5, 6, 7, 8]);
        var result = new double[1];
        new HeadStatistics(axes, AttentionKind.Encoder, [definition]).Compute<double>(ReferenceMatrices.Softmax(0, mask), result);
        return result[0];
    }

    private static void Near(double expected, double actual) => Assert.Equal(expected, actual, 1e-9);
}

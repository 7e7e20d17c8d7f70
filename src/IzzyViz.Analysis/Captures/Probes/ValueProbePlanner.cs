using System.Collections.Immutable;
using IzzyViz.Analysis.Models.Axes;
using IzzyViz.Analysis.Models.Matching;

namespace IzzyViz.Analysis.Captures.Probes;

/// <summary>
/// How the values of a product that is written out and its result are to be read, told by the product alone: which operand it is, what it sums over, its letters.
/// So a wrong reading of the weights does not fit.
/// </summary>
internal static class ValueProbePlanner
{
    /// <summary>Null where the product is over whole numbers, whose rounding would have to be repeated.</summary>
    public static ValueProbe? Of(AttentionSite site) => site.Mixing switch
    {
        { Equation: { } equation } product => OfLetters(equation, product.Right == site.Value, site),
        { Node.Op: "MatMul" or "FusedMatMul" or "TransposeMatMul" or "Gemm" } product => OfMatrices(product, product.Right == site.Value, site),
        _ => null,
    };

    /// <summary>Weights on the right give the features of each query as a column.</summary>
    private static ValueProbe? OfMatrices(Product product, bool weightsAreLeft, AttentionSite site)
    {
        var contracted = weightsAreLeft ? product.RightContracted : product.LeftContracted;
        return product.Node.Op == "Gemm" && product.Node.Input(2).Length > 0 ? null : new(new(site.Value, contracted == 0, []), new(site.Result, !weightsAreLeft, site.QueriesComeFirst ? site.Order : []))
        {
            Scale = product.Node.Float("alpha", 1),
            HeadsAreOutermost = site.HeadsAreOutermost || site.Order is [1, 0, 2, 3],
            HeadsLieBehindQueries = site.Order is [0, 2, 1, 3] && !site.QueriesComeFirst,
            IsExact = true,
        };
    }

    private static ValueProbe? OfLetters(Equation equation, bool weightsAreLeft, AttentionSite site)
    {
        var (weights, values) = weightsAreLeft ? (equation.Left, equation.Right) : (equation.Right, equation.Left);
        var key = values[^(1 + equation.Contracted(values))];
        var (queries, features) = (weights.Except(values).ToList(), values.Except(weights).ToList());
        if (queries.Count == 0 || features.Count != 1)
        {
            return null;
        }

        var query = site.Order.Length == weights.Length ? weights[site.Order[^2]] : queries[^1];
        var blocks = site.Order.Length == weights.Length ? site.Order.SkipLast(2).Select(axis => weights[axis]) : weights.Where(c => c != query && c != key);
        ImmutableArray<int> Places(string letters, char token) => [.. blocks.Append(token).Append(features[0]).Select(c => letters.IndexOf(c, StringComparison.Ordinal))];
        var result = Places(equation.Result, query);
        return result.Contains(-1) ? null : new(new(site.Value, false, Places(values, key)), new(site.Result, false, result)) { IsExact = true };
    }
}

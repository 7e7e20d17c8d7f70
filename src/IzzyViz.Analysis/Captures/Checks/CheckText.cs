using System.Collections.Immutable;

namespace IzzyViz.Analysis.Captures.Checks;

/// <summary>A failed check in words.</summary>
internal static class CheckText
{
    /// <param name="dims">The weights' <c>[batch, head, query, key]</c>.</param>
    public static string Explain(SelfCheck check, ImmutableArray<long> dims, CheckContext context) => check switch
    {
        { IsFinite: false } => "it holds values that are not finite",
        { ShapeFits: false } when dims[2] != context.Tokens || (dims[3] != context.Keys && dims[3] != context.Tokens) =>
            $"it has {dims[2]} queries and {dims[3]} keys, and {context.Tokens} tokens were fed: what the others are is not known",
        { ShapeFits: false } => "its shape is not surely that of the tokens: ids are read as [batch, token], and a graph that swaps the two needs another number of examples than of tokens, or one alone",
        { MaskedMaximum: > SelfChecker.LargestMasked } => $"a masked cell has the weight {check.MaskedMaximum:0.0e0}",
        { ValueError: double.PositiveInfinity } => "the values that the graph weighs with it, and what comes of them, have other sizes",
        { ValueError: > 1e-3 } => $"weights times values differ from the graph's own result by {check.ValueError:0.0e0}",
        _ => $"its rows miss their sum by {check.RowSumError:0.0e0}",
    };
}

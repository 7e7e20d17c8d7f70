using System.Collections.Immutable;
using IzzyViz.Analysis.Models;

namespace IzzyViz.Analysis.Comparisons;

/// <summary>
/// Which head of one model does in a layer what a head of another does there, when the two were trained apart and numbers mean nothing: the
/// assignment with the least mean √JS on one half of the examples, judged on the other half.
/// </summary>
public sealed record HeadMatch
{
    public required AttentionKind Kind { get; init; }

    public required int Layer { get; init; }

    /// <summary>By head of the first model: the head of the second.</summary>
    public required ImmutableArray<int> To { get; init; }

    /// <summary>Mean distance <c>[head of the first, head of the second]</c>, row-major, on the half that judges.</summary>
    public required ImmutableArray<double> Distances { get; init; }

    /// <summary>Mean distance of matched heads on the half the match was fitted on.</summary>
    public required double Fitted { get; init; }

    /// <summary>The same on the other half: what the match is worth.</summary>
    public required double Matched { get; init; }

    /// <summary>Of heads of the same number, there.</summary>
    public required double SameNumber { get; init; }

    /// <summary>Of a match by chance, there.</summary>
    public required RandomAssignment Chance { get; init; }

    /// <summary>Of the best match there is on that half: no match can be cheaper.</summary>
    public required double Best { get; init; }
}

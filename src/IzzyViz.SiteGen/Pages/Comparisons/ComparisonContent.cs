using System.Collections.Immutable;
using IzzyViz.Analysis.Comparisons;
using IzzyViz.SiteGen.Planning;

namespace IzzyViz.SiteGen.Pages.Comparisons;

/// <summary>What was found out by comparing: distances and matches. Runs are named by model and slice; their maps are loaded when a page is made.</summary>
internal sealed record ComparisonContent(ComparisonPlan Plan, ImmutableArray<ComparedSlice> Slices);

/// <param name="Pairs">Of two sides one; of checkpoints every one with the next, then every one but the last two with the last; of repeats the first with every other.</param>
internal sealed record ComparedSlice(string SliceId, ImmutableArray<ComparedPair> Pairs);

/// <summary>Two models (or one, with itself) over one slice.</summary>
internal sealed record ComparedPair(string First, string Second, HeadPairs Heads, ImmutableArray<ComparedExample> Examples)
{
    /// <summary>Where heads have no common numbering: which goes with which.</summary>
    public ImmutableArray<HeadMatch> Matches { get; init; } = [];

    public double MeanOf(int pair) => DistanceMeans.Of(Examples.Select(e => e.Distances), pair);

    /// <summary>Mean distance of every pair of heads that has one.</summary>
    public ImmutableArray<(HeadPair Heads, double Distance)> Means =>
        [.. Heads.Pairs.Select((heads, i) => (heads, MeanOf(i))).Where(d => !double.IsNaN(d.Item2))];

    /// <summary>Over all pairs and examples; NaN where there is none.</summary>
    public double Mean => Means.Select(m => m.Distance).DefaultIfEmpty(double.NaN).Average();
}

/// <param name="First">Place in the table of the first run.</param>
/// <param name="Second">Place in that of the second.</param>
internal sealed record ComparedExample(int First, int Second, ExampleDistances Distances)
{
    public double Mean => Distances.Distances.Where(d => !float.IsNaN(d)).Select(d => (double)d).DefaultIfEmpty(double.NaN).Average();
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Statistics.Patterns;

namespace IzzyViz.SiteGen.Figures.Evolution;

/// <param name="Heads">Places in the atlas's list of heads, in its order.</param>
/// <param name="Medoid">The head nearest to all others of its group.</param>
internal sealed record HeadGroup(ImmutableArray<int> Heads, int Medoid, ImmutableArray<double> Shares)
{
    public string Name => PatternClass.NameOf(Shares.AsSpan());
}

/// <summary>Heads in a plane, near where they do alike: √JS between their shares by role, classical scaling, groups by average linkage.</summary>
internal sealed record HeadAtlas(ImmutableArray<RoleShares> Heads, PlanarPlaces Places, ImmutableArray<HeadGroup> Groups)
{
    /// <summary>Heads further apart than this are not said to do alike, unless there would be more groups than colours.</summary>
    public const double Limit = 0.3;

    public static HeadAtlas Of(ImmutableArray<RoleShares> heads, int mostGroups)
    {
        var distances = JensenShannon.Distances([.. heads.Select(h => h.Shares.ToArray())]);
        var groups = AverageLinkage.Cut(distances, Limit, mostGroups).Index().GroupBy(g => g.Item).OrderBy(g => g.Key).Select(g => Group(heads, distances, [.. g.Select(m => m.Index)]));
        return new(heads, ClassicalScaling.Place(distances), [.. groups]);
    }

    public int GroupOf(int head) => Groups.Index().First(g => g.Item.Heads.Contains(head)).Index;

    private static HeadGroup Group(ImmutableArray<RoleShares> heads, double[,] distances, ImmutableArray<int> members) => new(
        members,
        members.MinBy(m => members.Sum(o => distances[m, o])),
        [.. Enumerable.Range(0, RoleIndex.Count).Select(r => members.Average(m => heads[m].Shares[r]))]);
}

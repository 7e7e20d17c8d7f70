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
    /// <summary>Groups whose heads are further apart than this on average are not said to do alike.</summary>
    public const double Limit = 0.22;

    /// <summary>Every head of the list that is in no group: alike to none other, or in a group too small to be among the shown.</summary>
    public ImmutableArray<int> Alone => [.. Enumerable.Range(0, Heads.Length).Where(h => GroupOf(h) < 0)];

    /// <summary>The largest groups of two heads or more.</summary>
    public static HeadAtlas Of(ImmutableArray<RoleShares> heads, int mostGroups)
    {
        var distances = JensenShannon.Distances([.. heads.Select(h => h.Shares.ToArray())]);
        var groups = AverageLinkage.Cut(distances, Limit).Index().GroupBy(g => g.Item).Where(g => g.Count() > 1).OrderBy(g => g.Key).Take(mostGroups).Select(g => Group(heads, distances, [.. g.Select(m => m.Index)]));
        return new(heads, ClassicalScaling.Place(distances), [.. groups]);
    }

    /// <summary>-1 where it is in none.</summary>
    public int GroupOf(int head)
    {
        for (var group = 0; group < Groups.Length; group++)
        {
            if (Groups[group].Heads.Contains(head))
            {
                return group;
            }
        }

        return -1;
    }

    private static HeadGroup Group(ImmutableArray<RoleShares> heads, double[,] distances, ImmutableArray<int> members) => new(
        members,
        members.MinBy(m => members.Sum(o => distances[m, o])),
        [.. Enumerable.Range(0, RoleIndex.Count).Select(r => members.Average(m => heads[m].Shares[r]))]);
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Models.Axes;
using IzzyViz.Analysis.Models.Axes.Sizes;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Matching;

/// <summary>Joins the sites of heads that are computed one by one: their results meet in one concatenation.</summary>
internal static class HeadGroups
{
    /// <summary>Groups in the order of their first sites, heads in the order in which they meet: that of the nodes says nothing.</summary>
    public static ImmutableArray<ImmutableArray<AttentionSite>> Of(DataFlow flow, IReadOnlyList<AttentionSite> sites)
    {
        var groups = new List<(OnnxNode? Node, List<(AttentionSite Site, MeetingPlace? Place)> Heads)>();
        foreach (var site in sites)
        {
            var place = site.IsFused && !FusedTokens.IsOneHead(site.Anchor) ? null : MeetingPlace.Of(flow, site.Result);
            place = place?.Node.Op != "Concat" && HasHeads(flow, site) ? null : place;
            var group = place is null ? default : groups.FirstOrDefault(g => ReferenceEquals(g.Node, place.Node) && Matches(flow, g.Heads[0].Site, site));
            if (group.Heads is null)
            {
                groups.Add((place?.Node, [(site, place)]));
            }
            else
            {
                group.Heads.Add((site, place));
            }
        }

        return [.. groups.Select(g => g.Heads.OrderBy(h => h.Place, Comparer<MeetingPlace?>.Create(MeetingPlace.Compare)).Select(h => h.Site).ToImmutableArray())];
    }

    /// <summary>Layers side by side have heads each, and their sum is no layer.</summary>
    private static bool HasHeads(DataFlow flow, AttentionSite site) => Rank.Of(flow, site.Weights) == 4 && flow.Extents.Of(site.Weights, 2).Number > 1;

    private static bool Matches(DataFlow flow, AttentionSite a, AttentionSite b) =>
        a.KeyAxis == b.KeyAxis && a.RowSum == b.RowSum && Source(flow, a.Query) is { } source && source == Source(flow, b.Query)
        && Source(flow, a.Key) == Source(flow, b.Key);

    /// <summary>What a head's projection reads.</summary>
    private static string? Source(DataFlow flow, string tensor)
    {
        for (var step = 0; step < 12 && flow.Producer(tensor) is { } node; step++)
        {
            if ((Product.Of(node) is { } product && !flow.IsData(product.Right)) || (node.Op == "Conv" && !flow.IsData(node.Input(1))))
            {
                return node.Input(0);
            }

            tensor = node.Inputs.FirstOrDefault(flow.IsData) ?? "";
        }

        return null;
    }
}

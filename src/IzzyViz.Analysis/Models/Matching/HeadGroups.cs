using System.Collections.Immutable;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Matching;

/// <summary>Joins the sites of heads that are computed one by one: their results meet in one concatenation.</summary>
internal static class HeadGroups
{
    private const int NearBy = 6;

    public static ImmutableArray<ImmutableArray<AttentionSite>> Of(DataFlow flow, IReadOnlyList<AttentionSite> sites)
    {
        var groups = new List<(OnnxNode? Meeting, List<AttentionSite> Sites)>();
        foreach (var site in sites)
        {
            var meeting = site.IsFused ? null : Meeting(flow, site.Result);
            var group = meeting is null ? default : groups.FirstOrDefault(g => ReferenceEquals(g.Meeting, meeting) && Matches(flow, g.Sites[0], site));
            if (group.Sites is null)
            {
                groups.Add((meeting, [site]));
            }
            else
            {
                group.Sites.Add(site);
            }
        }

        return [.. groups.Select(g => InOrder(flow, g.Meeting, g.Sites))];
    }

    /// <summary>Heads count as they lie side by side where they meet; nodes may be written in any order.</summary>
    private static ImmutableArray<AttentionSite> InOrder(DataFlow flow, OnnxNode? meeting, List<AttentionSite> sites) => meeting is null || sites.Count == 1
        ? [.. sites] : [.. sites.OrderBy(s => HeadPlace.Of(flow, meeting, s.Result), StringComparer.Ordinal)];

    private static bool Matches(DataFlow flow, AttentionSite a, AttentionSite b) =>
        a.KeyAxis == b.KeyAxis && a.RowSum == b.RowSum && Source(flow, a.Query) is { } source && source == Source(flow, b.Query)
        && Source(flow, a.Key) == Source(flow, b.Key);

    /// <summary>What a head's projection reads.</summary>
    private static string? Source(DataFlow flow, string tensor)
    {
        for (var step = 0; step < 12 && flow.Producer(tensor) is { } node; step++)
        {
            if (Product.Of(node) is { } product && !flow.IsData(product.Right))
            {
                return product.Left;
            }

            tensor = node.Inputs.FirstOrDefault(flow.IsData) ?? "";
        }

        return null;
    }

    /// <summary>Where a head's result joins the others: a concatenation, or the last of the sums that follow a projection of its own.</summary>
    private static OnnxNode? Meeting(DataFlow flow, string tensor)
    {
        var (sum, isProjected) = ((OnnxNode?)null, false);
        for (var step = 0; step < NearBy && flow.Consumers(tensor) is [var (reader, _)]; step++)
        {
            if (reader.Op == "Concat")
            {
                return reader;
            }

            isProjected |= Product.Of(reader) is { } product && !flow.IsData(product.Right);
            sum = isProjected && reader.Op is "Add" or "Sum" ? reader : sum;
            if (!isProjected && reader.Op is not ("Cast" or "Reshape" or "Transpose" or "Unsqueeze" or "Squeeze" or "Identity" or "Dropout"))
            {
                return null;
            }

            if (isProjected && reader.Op is not ("Add" or "Sum") && Product.Of(reader) is null)
            {
                return sum;
            }

            tensor = reader.Output(0);
        }

        return sum;
    }
}

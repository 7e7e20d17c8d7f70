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

        return [.. groups.Select(g => g.Sites.ToImmutableArray())];
    }

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

    private static OnnxNode? Meeting(DataFlow flow, string tensor)
    {
        for (var step = 0; step < NearBy && flow.Consumers(tensor) is [var (reader, _)]; step++)
        {
            if (reader.Op == "Concat")
            {
                return reader;
            }

            if (reader.Op is not ("Cast" or "Reshape" or "Transpose" or "Unsqueeze" or "Squeeze" or "Identity" or "Dropout"))
            {
                return null;
            }

            tensor = reader.Output(0);
        }

        return null;
    }
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Models.Axes;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Matching;

/// <summary>What the matchers found in one graph, in the order of the data flow.</summary>
/// <param name="Modules">Each a list of sites: one, or one per head where heads are computed apart.</param>
internal sealed record MatchResult(ImmutableArray<ImmutableArray<AttentionSite>> Modules, ImmutableArray<RejectedSoftmax> Rejected);

/// <summary>Looks at every node once.</summary>
internal static class AttentionMatcher
{
    private const int Most = 20_000;

    /// <exception cref="OversizeException">The graph holds more places that look like attention than any model does.</exception>
    public static MatchResult Match(DataFlow flow)
    {
        var origins = new OriginTrace(flow);
        var (written, fused) = (new SoftmaxMatcher(flow, origins), new FusedTokens(flow, origins));
        var sites = new List<AttentionSite>();
        var weights = new HashSet<string>(StringComparer.Ordinal);
        var rejected = ImmutableArray.CreateBuilder<RejectedSoftmax>();
        foreach (var node in flow.Nodes)
        {
            var (site, reason) = FusedMatcher.Match(node) is { } whole ? fused.Of(whole) : Inner(node) ?? written.Match(node);
            if (site is not null && (site.Weights.Length == 0 || weights.Add(site.Weights)))
            {
                sites.Add(site);
            }
            else if (reason is not null)
            {
                rejected.Add(new(node, reason));
            }

            if (sites.Count + rejected.Count > Most)
            {
                throw new OversizeException($"more than {Most} places that look like attention");
            }
        }

        return new(HeadGroups.Of(flow, sites), rejected.ToImmutable());
    }

    /// <summary>Attention inside a loop or a branch that stays is reported, not searched.</summary>
    private static (AttentionSite? Site, string? Reason)? Inner(OnnxNode node)
    {
        var holds = node.Attributes.Any(a => a.Graphs.Any(HoldsSoftmaxOfProduct));
        return !holds ? null : (new AttentionSite
        {
            Anchor = node,
            Query = node.Input(0),
            Key = node.Input(0),
            Value = node.Input(0),
            Result = node.Output(0),
            Refused = $"it lies inside a {node.Op}; export with the steps unrolled, or the decoder alone",
        }, null);
    }

    private static bool HoldsSoftmaxOfProduct(OnnxGraph graph) =>
        (graph.Nodes.Any(n => n.Op == "Softmax") && graph.Nodes.Count(n => Product.Of(n) is not null) >= 2)
        || graph.Nodes.Any(n => FusedMatcher.Match(n) is not null || n.Attributes.Any(a => a.Graphs.Any(HoldsSoftmaxOfProduct)));
}

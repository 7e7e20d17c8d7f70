using IzzyViz.Analysis.Models.Axes;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Models.Matching;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models;

/// <summary>Heads of a module as the graph states them: an operator's attribute, or the Reshape that splits a projection.</summary>
internal static class HeadCounts
{
    private const int Furthest = 40;

    public static (int Heads, int KeyValueHeads) Of(DataFlow flow, AttentionSite site, int sites, int configured)
    {
        if (sites > 1)
        {
            return (sites, sites);
        }

        if (site.Anchor.Attribute("num_heads") is { Int: { } heads })
        {
            return ((int)heads, (int)site.Anchor.Int("kv_num_heads", heads));
        }

        if (site.Anchor.Attribute("q_num_heads") is { Int: { } queryHeads })
        {
            return ((int)queryHeads, (int)site.Anchor.Int("kv_num_heads", queryHeads));
        }

        var found = Split(flow, site.Query) is > 0 and var split ? split : configured;
        var shared = Split(flow, site.Key);
        return (found, shared > 0 && found > 0 && found % shared == 0 ? shared : found);
    }

    private static int Split(DataFlow flow, string tensor)
    {
        for (var step = 0; step < Furthest && flow.Producer(tensor) is { } node; step++)
        {
            if (Product.Of(node) is not null)
            {
                return 0;
            }

            if (node.Op == "Reshape" && Sizes(flow, node.Input(1)) is { Length: >= 4 } sizes)
            {
                return sizes[^2] is > 0 and < 1024 ? (int)sizes[^2] : 0;
            }

            tensor = node.Inputs.FirstOrDefault(flow.IsData) ?? "";
        }

        return 0;
    }

    private static long[]? Sizes(DataFlow flow, string shape) => flow.Constant(shape)?.Int64s() is { } all ? [.. all]
        : flow.Producer(shape) is { Op: "Concat" } concat ? [.. concat.Inputs.Select(i => flow.Constant(i)?.Int64s() is [var size] ? size : -1)] : null;
}

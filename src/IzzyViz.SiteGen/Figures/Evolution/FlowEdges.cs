using System.Collections.Immutable;
using IzzyViz.Analysis.Statistics.Flow;

namespace IzzyViz.SiteGen.Figures.Evolution;

/// <param name="Layer">The layer it passes through.</param>
internal readonly record struct LayerEdge(int Layer, int From, int To, double Share);

/// <summary>The flows thick enough to be drawn, and what is known of the others.</summary>
/// <param name="DroppedShare">The largest share of the output token that is not drawn in any one layer.</param>
internal sealed record FlowEdges(ImmutableArray<LayerEdge> Drawn, double Floor, int Dropped, double DroppedShare)
{
    public static FlowEdges Of(RolloutFlow flow, double floor, int most)
    {
        var all = Enumerable.Range(0, flow.Layers).SelectMany(layer => Edges(flow, layer)).ToList();
        var strong = all.Where(e => e.Share >= floor).Select(e => e.Share).OrderDescending().ToArray();
        var least = strong.Length <= most ? floor : (Math.Floor(strong[most] * 1000) + 1) / 1000;
        var drawn = all.Where(e => e.Share >= least).ToImmutableArray();
        var kept = drawn.GroupBy(e => e.Layer).ToDictionary(g => g.Key, g => g.Sum(e => e.Share));
        var missing = Enumerable.Range(0, flow.Layers).Max(l => 1 - kept.GetValueOrDefault(l));
        return new(drawn, least, all.Count - drawn.Length, Math.Clamp(missing, 0, 1));
    }

    public string Words() => Dropped == 0
        ? "All flows are drawn."
        : $"Drawn are the {FigureNumber.Count(Drawn.Length)} flows of a share of {FigureNumber.Plain(Floor)} and above; {FigureNumber.Count(Dropped)} thinner ones are counted, not drawn: in the layer where they weigh most they hold {FigureNumber.PerCent(DroppedShare)}.";

    private static IEnumerable<LayerEdge> Edges(RolloutFlow flow, int layer)
    {
        for (var to = 0; to < flow.Reach[0].Length; to++)
        {
            for (var from = 0; flow.Reach[layer + 1][to] > 0 && from < flow.Reach[0].Length; from++)
            {
                if (flow.Edge(layer, from, to) is var share and > 0)
                {
                    yield return new(layer, from, to, share);
                }
            }
        }
    }
}

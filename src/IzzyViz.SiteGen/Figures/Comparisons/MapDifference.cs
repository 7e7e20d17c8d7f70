using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Summaries;

namespace IzzyViz.SiteGen.Figures.Comparisons;

/// <summary>Two maps over the same tokens and what the second has more than the first. A cell exists where either side has it; the side that lacks it weighs nothing there.</summary>
internal sealed record MapDifference(AttentionMap First, AttentionMap Second)
{
    public AttentionMap Signed => Of((a, b) => b - a);

    public AttentionMap Size => Of((a, b) => Math.Abs(b - a));

    /// <summary>The largest weight of either side: the end of the scale they share.</summary>
    public double Maximum => Math.Max(MapGrid.Of(First).Maximum, MapGrid.Of(Second).Maximum);

    private AttentionMap Of(Func<float, float, float> combine)
    {
        var (queries, keys) = (First.Axes.Queries.Count, First.Axes.Keys.Count);
        var mask = AttentionMask.From(queries, keys, (q, k) => First.Axes.Mask[q, k] || Second.Axes.Mask[q, k]);
        var weights = new float[queries * keys];
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = combine(Cell(First, i / keys, i % keys), Cell(Second, i / keys, i % keys));
        }

        return new(First.Head, First.Axes with { Mask = mask }, weights);
    }

    private static float Cell(AttentionMap map, int query, int key) => map.Axes.Mask[query, key] ? map[query, key] : 0;
}

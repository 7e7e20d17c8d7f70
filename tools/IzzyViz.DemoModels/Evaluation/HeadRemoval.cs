using System.Collections.Immutable;
using IzzyViz.DemoModels.Layers;
using IzzyViz.DemoModels.Models;

namespace IzzyViz.DemoModels.Evaluation;

/// <summary>What a model loses when one head says nothing (Michel et al. 2019).</summary>
internal static class HeadRemoval
{
    /// <returns>The score of the model without each head.</returns>
    public static ImmutableArray<HeadScore> Scores(IDemoModel model, IReadOnlyCollection<Sample> samples) =>
    [
        .. from layer in model.AttentionLayers
           from head in Enumerable.Range(0, layer.Heads)
           select new HeadScore(layer.Module, head, Without(layer, head, () => Score.Exact(model, samples))),
    ];

    private static double Without(AttentionLayer layer, int head, Func<double> score)
    {
        var size = layer.OutputWeight.Values.Length / layer.Heads;
        var rows = layer.OutputWeight.Values.Slice(head * size, size);
        var kept = rows.ToArray();
        rows.Clear();
        var value = score();
        kept.CopyTo(layer.OutputWeight.Values.Slice(head * size, size));
        return value;
    }
}

using IzzyViz.Analysis.Models.Axes;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Models.Matching.Weights;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Matching;

/// <summary>
/// Attention whose weights are changed in a way that is not read before they weigh values. It is refused, but it is attention: it keeps its place among the layers,
/// so that those after it keep their numbers.
/// </summary>
internal sealed class UnreadWeights(DataFlow flow, ScoresWalk scores)
{
    private const int Budget = 40;

    /// <summary>Null where the softmax is not over queries and keys, or where nothing comes of it but outputs.</summary>
    public AttentionSite? Of(Normalisation softmax, string reason)
    {
        var found = softmax.CandidateAxes.Select(axis => scores.Follow(softmax.Scores, axis).Scores).FirstOrDefault(s => s is not null);
        return found is null || !Weighs(softmax.Result) ? null : new()
        {
            Anchor = softmax.Node,
            Weights = softmax.Result,
            Query = found.Query,
            Key = found.Key,
            Value = found.Key,
            Result = softmax.Result,
            Refused = reason == WeightsWalk.Several || reason == WeightsWalk.Parts ? reason : "its weights are changed in a way that is not read before they weigh values",
        };
    }

    /// <summary>Whether a product of two fed tensors reads it, near by.</summary>
    private bool Weighs(string weights)
    {
        var (queue, seen) = (new Queue<string>([weights]), new HashSet<string>(StringComparer.Ordinal));
        while (queue.TryDequeue(out var tensor) && seen.Count < Budget)
        {
            foreach (var (node, _) in flow.Consumers(tensor))
            {
                if (Product.Of(node) is { } product && flow.IsData(product.Left) && flow.IsData(product.Right))
                {
                    return true;
                }

                node.Outputs.Where(o => Product.Of(node) is null && o.Length > 0 && seen.Add(o)).ToList().ForEach(queue.Enqueue);
            }
        }

        return false;
    }
}

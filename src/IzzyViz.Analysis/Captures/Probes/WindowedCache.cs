using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Captures.Probes;

/// <summary>
/// A <c>GroupQueryAttention</c> whose cache keeps the window alone gives no weights out. Its twin does: the same operator on the same queries, keys and values
/// with no cache before them, which is the same attention as long as the cache is empty. Whether it is, the check tells: the twin's weights times values must be
/// what the operator itself gives out.
/// </summary>
internal static class WindowedCache
{
    private const int PastKey = 3;
    private const int PastValue = 4;
    private const int LastKeys = 5;
    private const int Total = 6;

    public static bool IsIn(OnnxNode node) => node.IsContrib("GroupQueryAttention") && node.Int("sliding_window_cache") == 1;

    /// <summary>How long a cache has to be that holds nothing yet: the operator refuses one that is shorter than its window. 0 for other inputs.</summary>
    public static long LeastLength(OnnxGraph graph, string input) => graph.Nodes
        .Where(n => IsIn(n) && (n.Input(PastKey) == input || n.Input(PastValue) == input))
        .Select(n => n.Int("local_window_size")).DefaultIfEmpty(0).Max();

    public static Probe Twin(DataFlow flow, OnnxNode node)
    {
        var graph = new GraphBuilder(ProbePlanner.Name(node, "twin"), flow.Opset);
        var tokens = graph.Cast(graph.Size(node.Input(0), 1), ElementType.Int32);
        var one = graph.Cast(graph.IntScalar(1), ElementType.Int32);
        var (weights, values) = (ProbePlanner.Name(node, "weights"), ProbePlanner.Name(node, "values"));
        var inputs = node.Inputs.ToBuilder();
        (inputs[PastKey], inputs[PastValue]) = ("", "");
        // Of a cache that is filled after all the twin knows nothing, and must not look for it.
        inputs[LastKeys] = graph.Add("Min", [node.Input(LastKeys), graph.Add("Sub", [tokens, one])]);
        inputs[Total] = tokens;
        var twin = node.With(OnnxAttribute.Of("sliding_window_cache", 0)).With(OnnxAttribute.Of("qk_output", 2)) with
        {
            Name = ProbePlanner.Name(node, "twin"),
            Inputs = inputs.ToImmutable(),
            Outputs = [ProbePlanner.Name(node, "mixed"), ProbePlanner.Name(node, "keys"), values, weights],
        };
        var probe = new Probe { Output = weights, Nodes = [.. graph.Nodes, twin], Tensors = graph.Tensors };
        return new FusedCheck(flow, node).Against(probe, values, node.Output(0));
    }
}

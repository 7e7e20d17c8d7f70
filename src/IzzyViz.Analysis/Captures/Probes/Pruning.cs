using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Captures.Probes;

/// <summary>Leaves out what the outputs do not need; the runtime would run all of it.</summary>
internal static class Pruning
{
    public static OnnxGraph Apply(OnnxGraph graph)
    {
        var makers = graph.Nodes.SelectMany(n => n.Outputs.Where(o => o.Length > 0).Select(o => (o, n))).ToDictionary(p => p.o, p => p.n, StringComparer.Ordinal);
        var needed = new HashSet<string>(StringComparer.Ordinal);
        var kept = new HashSet<OnnxNode>(ReferenceEqualityComparer.Instance);
        var stack = new Stack<string>(graph.Outputs.Select(o => o.Name));
        while (stack.TryPop(out var tensor))
        {
            if (needed.Add(tensor) && makers.TryGetValue(tensor, out var maker) && kept.Add(maker))
            {
                foreach (var input in TopologicalOrder.Reads(maker).Concat(maker.Outputs))
                {
                    stack.Push(input);
                }
            }
        }

        return graph with
        {
            Nodes = [.. graph.Nodes.Where(kept.Contains)],
            Initializers = [.. graph.Initializers.Where(t => needed.Contains(t.Name))],
            Values = [.. graph.Values.Where(v => needed.Contains(v.Name))],
        };
    }
}

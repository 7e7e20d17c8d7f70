using System.Collections.Immutable;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Captures.Segments;

/// <summary>The nodes of a graph in an order in which they can run, and what each tensor needs of them.</summary>
internal sealed class GraphOrder
{
    private readonly Dictionary<string, OnnxNode> _makers;
    private readonly HashSet<OnnxNode> _constant = new(ReferenceEqualityComparer.Instance);

    public GraphOrder(OnnxGraph graph)
    {
        Graph = graph;
        _makers = graph.Nodes.SelectMany(n => n.Outputs.Where(o => o.Length > 0).Select(o => (o, n))).ToDictionary(p => p.o, p => p.n, StringComparer.Ordinal);
        Order = TopologicalOrder.Of(graph.Nodes, _makers, graph.Outputs.Select(o => o.Name));
        MarkConstants();
    }

    public OnnxGraph Graph { get; }

    /// <summary>Makers before readers.</summary>
    public ImmutableArray<OnnxNode> Order { get; }

    /// <summary>Null for inputs and weights.</summary>
    public OnnxNode? MakerOf(string tensor) => _makers.GetValueOrDefault(tensor);

    /// <summary>Whether a node is made of weights alone: cheap to repeat, and operators want to see constants as constants.</summary>
    public bool IsConstant(OnnxNode node) => _constant.Contains(node);

    /// <summary>The nodes that tensors are made by, and what makes those, up to the ones where it stops.</summary>
    public List<OnnxNode> Behind(IEnumerable<string> tensors, Func<OnnxNode, bool> stops)
    {
        var (found, seen, stack) = (new List<OnnxNode>(), new HashSet<OnnxNode>(ReferenceEqualityComparer.Instance), new Stack<string>(tensors));
        while (stack.TryPop(out var tensor))
        {
            if (MakerOf(tensor) is { } maker && !stops(maker) && seen.Add(maker))
            {
                found.Add(maker);
                foreach (var input in TopologicalOrder.Reads(maker))
                {
                    stack.Push(input);
                }
            }
        }

        return found;
    }

    private void MarkConstants()
    {
        var known = Graph.Initializers.Select(t => t.Name).Append("").ToHashSet(StringComparer.Ordinal);
        foreach (var node in Order.Where(n => !n.Op.StartsWith("Random", StringComparison.Ordinal) && TopologicalOrder.Reads(n).All(known.Contains)))
        {
            _constant.Add(node);
            known.UnionWith(node.Outputs);
        }
    }
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Edges;

/// <summary>Nodes with every maker before its readers, otherwise in file order. Iterative: graphs can be long chains.</summary>
internal static class TopologicalOrder
{
    /// <exception cref="InvalidDataException">The graph has a cycle.</exception>
    public static ImmutableArray<OnnxNode> Of(ImmutableArray<OnnxNode> nodes, IReadOnlyDictionary<string, OnnxNode> producers)
    {
        var order = ImmutableArray.CreateBuilder<OnnxNode>(nodes.Length);
        var state = new Dictionary<OnnxNode, bool>(nodes.Length, ReferenceEqualityComparer.Instance);
        var stack = new Stack<(OnnxNode Node, bool Leave)>();
        foreach (var root in nodes)
        {
            stack.Push((root, false));
            while (stack.TryPop(out var top))
            {
                if (top.Leave)
                {
                    state[top.Node] = true;
                    order.Add(top.Node);
                }
                else if (state.TryAdd(top.Node, false))
                {
                    stack.Push((top.Node, true));
                    PushMakers(top.Node);
                }
            }
        }

        return order.MoveToImmutable();

        void PushMakers(OnnxNode node)
        {
            foreach (var input in Reads(node).Reverse())
            {
                if (producers.TryGetValue(input, out var maker))
                {
                    if (!state.TryGetValue(maker, out var done))
                    {
                        stack.Push((maker, false));
                    }
                    else if (!done)
                    {
                        throw new InvalidDataException($"node '{maker.Label}' needs its own result");
                    }
                }
            }
        }
    }

    /// <summary>What a node reads, captures of its inner graphs included.</summary>
    public static IEnumerable<string> Reads(OnnxNode node) =>
        node.Attributes.IsEmpty || node.Attributes.All(a => a.Graphs.IsEmpty) ? node.Inputs
            : node.Inputs.Concat(node.Attributes.SelectMany(a => a.Graphs).SelectMany(g => g.Nodes.SelectMany(Reads).Concat(g.Outputs.Select(o => o.Name))));
}

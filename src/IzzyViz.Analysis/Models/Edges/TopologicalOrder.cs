using System.Collections.Immutable;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Edges;

/// <summary>
/// Nodes with every maker before its readers; of several makers the first that is read comes first. Another order in the file gives the same order here, so that layers of parallel branches keep
/// their numbers when an optimiser rewrites a file. Iterative: graphs can be long chains.
/// </summary>
internal static class TopologicalOrder
{
    /// <param name="outputs">Those of the graph; what leads to none of them comes last, in file order.</param>
    /// <exception cref="InvalidDataException">The graph has a cycle.</exception>
    public static ImmutableArray<OnnxNode> Of(ImmutableArray<OnnxNode> nodes, IReadOnlyDictionary<string, OnnxNode> producers, IEnumerable<string> outputs)
    {
        var order = ImmutableArray.CreateBuilder<OnnxNode>(nodes.Length);
        var state = new Dictionary<OnnxNode, bool>(nodes.Length, ReferenceEqualityComparer.Instance);
        var stack = new Stack<(OnnxNode Node, bool Leave)>();
        foreach (var root in outputs.Select(producers.GetValueOrDefault).OfType<OnnxNode>().Concat(nodes))
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

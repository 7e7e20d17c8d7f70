using System.Collections.Immutable;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Edges;

/// <summary>Questions about everything that is made from a node's result.</summary>
internal static class Downstream
{
    /// <summary>Tensors, and all that is made from them; what knows their shapes alone is not.</summary>
    public static HashSet<string> Tensors(DataFlow flow, IEnumerable<string> from)
    {
        var reached = from.ToHashSet(StringComparer.Ordinal);
        var stack = new Stack<string>(reached);
        while (stack.TryPop(out var tensor))
        {
            foreach (var made in flow.Consumers(tensor).Where(c => !c.Node.Is("Shape") && !c.Node.Is("Size")).SelectMany(c => c.Node.Outputs).Where(o => o.Length > 0 && reached.Add(o)))
            {
                stack.Push(made);
            }
        }

        return reached;
    }

    /// <summary>How many of some nodes a node's result reaches.</summary>
    public static int Count(DataFlow flow, OnnxNode from, ImmutableArray<OnnxNode> nodes)
    {
        var reached = new HashSet<OnnxNode>(ReferenceEqualityComparer.Instance);
        var stack = new Stack<OnnxNode>([from]);
        while (stack.TryPop(out var node))
        {
            foreach (var reader in node.Outputs.SelectMany(flow.Consumers).Select(c => c.Node).Where(reached.Add))
            {
                stack.Push(reader);
            }
        }

        return nodes.Count(reached.Contains);
    }
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Graphs;

/// <summary>Replaces an If that the caller decides (a merged decoder's cache flag) by the branch it will take.</summary>
internal static class BranchFlattening
{
    private const int MostRounds = 8;

    /// <param name="useCache">The value of the graph's boolean flag input.</param>
    public static OnnxGraph Apply(OnnxGraph graph, bool useCache)
    {
        for (var round = 0; round < MostRounds && Decided(graph) is { Count: > 0 } decided; round++)
        {
            graph = Once(graph, decided, useCache);
        }

        return graph;
    }

    private static OnnxGraph Once(OnnxGraph graph, HashSet<OnnxNode> decided, bool useCache)
    {
        var (nodes, tensors, values) = (ImmutableArray.CreateBuilder<OnnxNode>(), graph.Initializers.ToBuilder(), graph.Values.ToBuilder());
        foreach (var node in graph.Nodes)
        {
            if (!decided.Contains(node))
            {
                nodes.Add(node);
                continue;
            }

            var branch = node.Attribute(useCache ? "then_branch" : "else_branch")!.Graphs[0];
            tensors.AddRange(branch.Initializers);
            values.AddRange(branch.Values);
            nodes.AddRange(branch.Nodes);
            nodes.AddRange(node.Outputs.Zip(branch.Outputs).Where(p => p.First.Length > 0 && p.First != p.Second.Name).Select(p => Alias(p.Second.Name, p.First)));
        }

        return graph with { Nodes = nodes.ToImmutable(), Initializers = tensors.ToImmutable(), Values = values.ToImmutable() };
    }

    private static HashSet<OnnxNode> Decided(OnnxGraph graph)
    {
        var found = new HashSet<OnnxNode>(graph.Nodes.Where(HasBranches), ReferenceEqualityComparer.Instance);
        if (found.Count > 0)
        {
            var flags = Flags(graph);
            found.RemoveWhere(n => !flags.Contains(n.Input(0)));
        }

        return found;
    }

    private static bool HasBranches(OnnxNode node) =>
        node.Is("If") && node.Attribute("then_branch")?.Graphs.Length == 1 && node.Attribute("else_branch")?.Graphs.Length == 1;

    /// <summary>Boolean inputs; a flag may be squeezed to a scalar first.</summary>
    private static HashSet<string> Flags(OnnxGraph graph)
    {
        var inputs = graph.Inputs.Where(i => i.Type == ElementType.Bool).Select(i => i.Name).ToHashSet(StringComparer.Ordinal);
        var squeezed = graph.Nodes.Where(n => n.Op is "Squeeze" or "Reshape" or "Identity" or "Cast" && inputs.Contains(n.Input(0))).SelectMany(n => n.Outputs);
        return [.. inputs, .. squeezed];
    }

    private static OnnxNode Alias(string from, string to) => new() { Op = "Identity", Name = $"izzyviz/{to}", Inputs = [from], Outputs = [to] };
}

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
        for (var round = 0; round < MostRounds && graph.Nodes.Any(n => IsDecided(graph, n)); round++)
        {
            graph = Once(graph, useCache);
        }

        return graph;
    }

    private static OnnxGraph Once(OnnxGraph graph, bool useCache)
    {
        var (nodes, tensors, values) = (ImmutableArray.CreateBuilder<OnnxNode>(), graph.Initializers.ToBuilder(), graph.Values.ToBuilder());
        foreach (var node in graph.Nodes)
        {
            if (!IsDecided(graph, node))
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

    private static bool IsDecided(OnnxGraph graph, OnnxNode node) =>
        node.Is("If") && graph.Inputs.Any(i => i.Name == Flag(graph, node.Input(0)) && i.Type == ElementType.Bool)
        && node.Attribute("then_branch")?.Graphs.Length == 1 && node.Attribute("else_branch")?.Graphs.Length == 1;

    /// <summary>The flag may be squeezed to a scalar first.</summary>
    private static string Flag(OnnxGraph graph, string condition) =>
        graph.Nodes.FirstOrDefault(n => n.Outputs.Any(o => o == condition)) is { Op: "Squeeze" or "Reshape" or "Identity" or "Cast" } node ? node.Input(0) : condition;

    private static OnnxNode Alias(string from, string to) => new() { Op = "Identity", Name = $"izzyviz/{to}", Inputs = [from], Outputs = [to] };
}

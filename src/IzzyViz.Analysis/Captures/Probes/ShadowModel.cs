using System.Collections.Immutable;
using IzzyViz.Analysis.Models.Graphs;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Captures.Probes;

/// <summary>
/// The model as the runtime gets it: a few kilobytes of nodes and small constants, probes added, what nobody asked for left out, and weights that point
/// into the user's own files.
/// </summary>
/// <param name="Folder">What the weights' places are relative to.</param>
internal sealed record ShadowModel(byte[] Bytes, string Folder)
{
    private const long IrWithFreeInitializers = 8;

    public static ShadowModel Build(GraphAnalysis analysis, ImmutableArray<Probe> probes, IEnumerable<string> outputs) =>
        Build(analysis, Probed(analysis, probes), outputs.ToHashSet(StringComparer.Ordinal));

    /// <param name="graph">The probed graph, or a part of it with inputs of its own.</param>
    public static ShadowModel Build(GraphAnalysis analysis, OnnxGraph graph, HashSet<string> outputs)
    {
        graph = Pruning.Apply(graph with { Outputs = Outputs(graph, outputs) });
        var places = graph.Initializers.Where(MappedTensors.IsMapped).ToDictionary(t => t.Name, t => analysis.Weights.Place(t, analysis.Map), StringComparer.Ordinal);
        var model = analysis.Model with { Graph = graph, IrVersion = Math.Max(analysis.Model.IrVersion, IrWithFreeInitializers) };
        return new(OnnxWriter.Write(model, places), analysis.Weights.Folder);
    }

    /// <summary>The whole graph with what probes add to it.</summary>
    public static OnnxGraph Probed(GraphAnalysis analysis, ImmutableArray<Probe> probes) =>
        new ExactProducts(analysis).Apply(Probed(analysis.Model.Graph, probes)) with { Inputs = [.. analysis.Flow.FedInputs] };

    private static OnnxGraph Probed(OnnxGraph graph, ImmutableArray<Probe> probes)
    {
        var replaced = probes.Select(p => p.Projection?.Replacement ?? p.Replacement).OfType<OnnxNode>().ToDictionary(n => n.Output(0), StringComparer.Ordinal);
        return graph with
        {
            Nodes = [.. graph.Nodes.Select(n => replaced.GetValueOrDefault(n.Output(0), n)), .. probes.SelectMany(p => p.AllNodes)],
            Initializers = [.. graph.Initializers, .. probes.SelectMany(p => p.AllTensors)],
            Values = [.. graph.Values, .. probes.SelectMany(p => p.Values)],
        };
    }

    private static ImmutableArray<OnnxValue> Outputs(OnnxGraph graph, HashSet<string> wanted)
    {
        var typed = graph.Outputs.Where(o => wanted.Contains(o.Name)).ToImmutableArray();
        return [.. typed, .. wanted.Except(typed.Select(o => o.Name), StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(n => OnnxValue.Of(n))];
    }
}

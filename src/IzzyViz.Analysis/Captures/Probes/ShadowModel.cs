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

    public static ShadowModel Build(GraphAnalysis analysis, ImmutableArray<Probe> probes, IEnumerable<string> outputs)
    {
        var wanted = outputs.ToHashSet(StringComparer.Ordinal);
        var graph = new ExactProducts(analysis).Apply(Probed(analysis.Model.Graph, probes));
        graph = Pruning.Apply(graph with { Inputs = [.. analysis.Flow.FedInputs], Outputs = Outputs(graph, wanted) });
        var places = graph.Initializers.Where(MappedTensors.IsMapped).ToDictionary(t => t.Name, t => analysis.Weights.Place(t, analysis.Map), StringComparer.Ordinal);
        var model = analysis.Model with { Graph = graph, IrVersion = Math.Max(analysis.Model.IrVersion, IrWithFreeInitializers) };
        return new(OnnxWriter.Write(model, places), analysis.Weights.Folder);
    }

    private static OnnxGraph Probed(OnnxGraph graph, ImmutableArray<Probe> probes)
    {
        var replaced = probes.Where(p => p.Replacement is not null).ToDictionary(p => p.Replacement!.Output(0), p => p.Replacement!, StringComparer.Ordinal);
        return graph with
        {
            Nodes = [.. graph.Nodes.Select(n => replaced.GetValueOrDefault(n.Output(0), n)), .. probes.SelectMany(p => p.Nodes)],
            Initializers = [.. graph.Initializers, .. probes.SelectMany(p => p.Tensors)],
            Values = [.. graph.Values, .. probes.SelectMany(p => p.Values)],
        };
    }

    private static ImmutableArray<OnnxValue> Outputs(OnnxGraph graph, HashSet<string> wanted)
    {
        var typed = graph.Outputs.Where(o => wanted.Contains(o.Name)).ToImmutableArray();
        return [.. typed, .. wanted.Except(typed.Select(o => o.Name), StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(n => OnnxValue.Of(n))];
    }
}

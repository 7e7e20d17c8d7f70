using System.Collections.Immutable;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Graphs;

/// <summary>Valid graphs that the runtime does not survive, written another way.</summary>
internal static class KnownCrashes
{
    private const int Bias = 2;
    private const int WidestBias = 1 << 20;

    /// <summary><c>com.microsoft.Attention</c> without its optional bias ends the process (onnxruntime issue 25005); a bias of zeros is the same.</summary>
    public static OnnxGraph Avoid(OnnxGraph graph)
    {
        var widths = graph.Initializers.Where(t => t.Dims is [_, <= WidestBias]).DistinctBy(t => t.Name, StringComparer.Ordinal).ToDictionary(t => t.Name, t => t, StringComparer.Ordinal);
        var made = new Dictionary<string, OnnxTensor>(StringComparer.Ordinal);
        ImmutableArray<OnnxNode> nodes = [.. graph.Nodes.Select(n => n.IsContrib("Attention") && n.Input(Bias).Length == 0 && widths.TryGetValue(n.Input(1), out var w) ? WithZeros(n, w, made) : n)];
        return graph with { Nodes = nodes, Initializers = [.. graph.Initializers, .. made.Values] };
    }

    private static OnnxNode WithZeros(OnnxNode node, OnnxTensor weight, Dictionary<string, OnnxTensor> made)
    {
        var name = $"izzyviz/zeros/{weight.Dims[1]}/{weight.Type}";
        made[name] = OnnxTensor.Of(name, weight.Type, new byte[weight.Dims[1] * weight.Type.Size()], [weight.Dims[1]]);
        var inputs = node.Inputs.ToBuilder();
        while (inputs.Count <= Bias)
        {
            inputs.Add("");
        }

        inputs[Bias] = name;
        return node with { Inputs = inputs.ToImmutable() };
    }
}

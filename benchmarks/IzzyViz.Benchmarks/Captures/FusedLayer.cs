using System.Collections.Immutable;
using IzzyViz.Analysis.Captures.Probes;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Benchmarks.Captures;

/// <summary>The attention of a layer as one operator, from the residual stream to what the heads give out side by side.</summary>
/// <param name="nodes">Takes the operators that give out more than one tensor.</param>
internal sealed class FusedLayer(BertSizes sizes, GraphBuilder graph, RandomWeights weights, List<OnnxNode> nodes)
{
    private static readonly OnnxAttribute Causal = OnnxAttribute.Of("unidirectional", 1);

    private int Size => sizes.Size;

    private OnnxAttribute Heads => OnnxAttribute.Of("num_heads", sizes.Heads);

    private ImmutableArray<OnnxAttribute> HeadsAndMask => sizes.IsCausal ? [Heads, Causal] : [Heads];

    public string Of(string hidden, int layer) => sizes.Form switch
    {
        AttentionForm.Packed => Packed(hidden, layer),
        AttentionForm.MultiHead => MultiHead(hidden, layer),
        AttentionForm.Grouped => Grouped(hidden, layer),
        AttentionForm.Standard => Standard(hidden, layer),
        _ => Quantised(hidden, layer),
    };

    private string Packed(string hidden, int layer)
    {
        ImmutableArray<string> inputs = [hidden, weights.Square($"packed.{layer}", Size, 3 * Size), Bias(layer), "", .. sizes.PastNames(layer)];
        return Operator("com.microsoft", "Attention", (inputs, sizes.HasPast ? 2 : 1), HeadsAndMask);
    }

    private string MultiHead(string hidden, int layer)
    {
        ImmutableArray<string> inputs = [.. Projected(hidden, layer), "", "", "", .. sizes.PastNames(layer)];
        return Operator("com.microsoft", "MultiHeadAttention", (inputs, sizes.HasPast ? 3 : 1), HeadsAndMask);
    }

    private string Grouped(string hidden, int layer)
    {
        var total = graph.Size("input_ids", 1);
        total = sizes.HasPast ? graph.Add("Add", [total, graph.Size(sizes.PastNames(layer)[0], 2)]) : total;
        var last = graph.Reshape(graph.Cast(graph.Add("Sub", [total, graph.IntScalar(1)]), ElementType.Int32), 1);
        ImmutableArray<string> pasts = sizes.HasPast ? sizes.PastNames(layer) : ["", ""];
        ImmutableArray<string> inputs = [.. Projected(hidden, layer), .. pasts, last, graph.Cast(total, ElementType.Int32)];
        return Operator("com.microsoft", "GroupQueryAttention", (inputs, 3), [Heads, OnnxAttribute.Of("kv_num_heads", sizes.KeyValueHeads)]);
    }

    private string Standard(string hidden, int layer)
    {
        ImmutableArray<string> inputs = [.. Projected(hidden, layer), "", .. sizes.PastNames(layer)];
        ImmutableArray<OnnxAttribute> heads = [OnnxAttribute.Of("q_num_heads", sizes.Heads), OnnxAttribute.Of("kv_num_heads", sizes.Heads)];
        return Operator("", "Attention", (inputs, sizes.HasPast ? 3 : 1), sizes.IsCausal ? [.. heads, OnnxAttribute.Of("is_causal", 1)] : heads);
    }

    /// <summary>What comes in is quantised by its own range; the weights by one step, around 128.</summary>
    private string Quantised(string hidden, int layer)
    {
        var (bytes, scale, zero) = ($"bytes.{layer}", $"scale.{layer}", $"zero.{layer}");
        nodes.Add(new() { Op = "DynamicQuantizeLinear", Name = bytes, Inputs = [hidden], Outputs = [bytes, scale, zero] });
        var step = graph.Number(MathF.Sqrt(3f / Size) / 128, ElementType.Float32);
        var middle = weights.Add(OnnxTensor.Of($"middle.{layer}", ElementType.UInt8, [128], []));
        ImmutableArray<string> inputs = [bytes, weights.Bytes($"packed.{layer}", Size, 3 * Size), Bias(layer), scale, step, "", zero, middle, .. sizes.PastNames(layer)];
        return Operator("com.microsoft", "QAttention", (inputs, sizes.HasPast ? 2 : 1), HeadsAndMask);
    }

    private string Bias(int layer) => weights.Add($"bias.{layer}", 0.1f, 3 * Size);

    private ImmutableArray<string> Projected(string hidden, int layer)
    {
        var narrow = sizes.KeyValueHeads * sizes.HeadSize;
        return [Part(hidden, $"query.{layer}", Size), Part(hidden, $"key.{layer}", narrow), Part(hidden, $"value.{layer}", narrow)];
    }

    private string Part(string hidden, string name, int size) =>
        graph.Add("Add", [graph.Add("MatMul", [hidden, weights.Square($"{name}.weight", Size, size)]), weights.Add($"{name}.bias", 0.1f, size)]);

    private string Operator(string domain, string op, (ImmutableArray<string> Inputs, int Outputs) of, ImmutableArray<OnnxAttribute> attributes)
    {
        var name = $"attention.{nodes.Count}";
        nodes.Add(new() { Op = op, Domain = domain, Name = name, Inputs = of.Inputs, Outputs = [.. Enumerable.Range(0, of.Outputs).Select(o => $"{name}/{o}")], Attributes = attributes });
        return $"{name}/0";
    }
}

using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models;

/// <summary>How a graph keeps its numbers, told by its operators and by where most of its weights' bytes are.</summary>
internal static class Precisions
{
    public static bool IsDynamic(OnnxGraph graph) => graph.Nodes.Any(n => n.Op is "DynamicQuantizeLinear" or "DynamicQuantizeMatMul" or "DynamicQuantizeLSTM");

    /// <summary>Rounding inside the graph makes it sensitive to the order of operations, so it is run as written.</summary>
    public static bool IsSensitive(OnnxGraph graph) => IsDynamic(graph) || graph.Nodes.Any(n => n.Op is "QuantizeLinear" or "QAttention" or "QLinearMatMul");

    /// <summary>Whether any numbers are in 16 bits.</summary>
    public static bool HasHalves(OnnxGraph graph) => graph.Initializers.Any(t => IsHalf(t.Type)) || graph.Nodes.Any(n => n.Is("Cast") && IsHalf((ElementType)n.Int("to")));

    private static bool IsHalf(ElementType type) => type is ElementType.Float16 or ElementType.BFloat16;

    public static string Of(OnnxGraph graph)
    {
        if (graph.Nodes.Any(n => n.Op is "MatMulNBits" or "MatMulBnb4"))
        {
            return $"int{graph.Nodes.First(n => n.Op is "MatMulNBits" or "MatMulBnb4").Int("bits", 4)}";
        }

        if (graph.Nodes.Any(n => n.Op == "QAttention") || IsDynamic(graph))
        {
            return "int8-dynamic";
        }

        var bytes = graph.Initializers.GroupBy(t => t.Type).Select(g => (Type: g.Key, Bytes: g.Sum(t => (double)t.Count * g.Key.Size())));
        return bytes.DefaultIfEmpty().MaxBy(b => b.Bytes).Type switch
        {
            ElementType.Float16 => "fp16",
            ElementType.BFloat16 => "bf16",
            ElementType.Float64 => "fp64",
            ElementType.Int8 or ElementType.UInt8 => graph.Nodes.Any(n => n.Op == "QuantizeLinear") ? "int8-qdq" : "int8",
            _ => graph.Nodes.Any(n => n.Op == "QuantizeLinear") ? "int8-qdq" : "fp32",
        };
    }
}

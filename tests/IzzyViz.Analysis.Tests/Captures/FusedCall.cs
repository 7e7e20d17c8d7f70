using System.Collections.Immutable;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Tests.Captures;

/// <summary>Nodes of the operators that hold a whole attention.</summary>
internal static class FusedCall
{
    public const string Standard = "standard operator";
    public const string MultiHead = "multi-head operator";
    public const string GroupQuery = "grouped queries";
    public const string Packed = "packed operator";

    /// <summary>An operator over one tensor <c>[batch, token, feature]</c>, which it attends within.</summary>
    public static string Over(TinyModel m, string op, string tokens) => op == Packed
        ? m.Fused("Attention", [tokens, m.Keep("packed", m.Numbers(3 * TinyModel.Size * TinyModel.Size), TinyModel.Size, 3 * TinyModel.Size), m.Keep("bias", new float[3 * TinyModel.Size], 3 * TinyModel.Size)], [Heads])
        : Across(m, op, tokens, tokens);

    private static OnnxAttribute Heads => OnnxAttribute.Of("num_heads", TinyModel.Heads);

    /// <summary>Queries of one tensor, keys and values of another.</summary>
    public static string Across(TinyModel m, string op, string queries, string keys)
    {
        // Grouped queries have a kernel for heads of 8 numbers and more.
        var width = op == GroupQuery ? TinyModel.Heads * 8 : TinyModel.Size;
        string Projected(string tensor, string name) => m.Graph.Add("MatMul", [tensor, m.Keep(name, m.Numbers(TinyModel.Size * width), TinyModel.Size, width)]);
        return Operator(m, op, [Projected(queries, "fq"), Projected(keys, "fk"), Projected(keys, "fv")], TinyModel.Heads);
    }

    public static string Operator(TinyModel m, string op, ImmutableArray<string> operands, int heads)
    {
        if (op == GroupQuery)
        {
            m.Tensors.Add(Wire.Ints32("seqlens", [.. Enumerable.Repeat(TinyModel.Ids.Length - 1, TinyModel.Ids.Length)], TinyModel.Ids.Length));
            m.Tensors.Add(Wire.Ints32("total", [TinyModel.Ids.Length]));
            return m.Fused("GroupQueryAttention", [.. operands, "", "", "seqlens", "total"], [OnnxAttribute.Of("num_heads", heads), OnnxAttribute.Of("kv_num_heads", heads)], outputs: 3);
        }

        return op == MultiHead ? m.Fused("MultiHeadAttention", operands, [OnnxAttribute.Of("num_heads", heads)])
            : m.Fused("Attention", operands, [OnnxAttribute.Of("q_num_heads", heads), OnnxAttribute.Of("kv_num_heads", heads)], domain: "");
    }
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Matching;

/// <summary>Finds operators that hold a whole attention inside.</summary>
internal static class FusedMatcher
{
    private static readonly ImmutableSortedDictionary<string, string> WithoutKernel = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["PackedAttention"] = "it runs on CUDA only; export without packing, or optimise without the packing mode",
        ["PackedMultiHeadAttention"] = "it runs on CUDA only; export without packing, or optimise without the packing mode",
        ["DecoderMaskedSelfAttention"] = "it runs on CUDA only; use the decoder exported for the CPU",
        ["LongformerAttention"] = "it runs on CUDA only; export without the fusion",
        ["PagedAttention"] = "it runs on CUDA only; build the model for the CPU",
        ["RelativePositionBias"] = "it runs on CUDA only; export without the fusion",
        ["GatedRelativePositionBias"] = "it runs on CUDA only; export without the fusion",
        ["SparseAttention"] = "its block mask cannot be expanded yet; export without the fusion",
        ["QOrderedAttention"] = "it runs on CUDA only; export without the fusion",
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static readonly ImmutableArray<string> WithoutMatrix =
        ["LinearAttention", "GatedDeltaNet", "CausalConvWithState", "SelectiveScan"];

    public static AttentionSite? Match(OnnxNode node) => node switch
    {
        { Domain: "", Op: "Attention" } => Site(node),
        { Domain: "com.microsoft", Op: "Attention" or "QAttention" } => Site(node) with { Key = node.Input(0), Value = node.Input(0) },
        { Domain: "com.microsoft", Op: "MultiHeadAttention" or "GroupQueryAttention" or "DecoderMaskedMultiHeadAttention" } => Site(node),
        { Domain: "com.microsoft" } when WithoutKernel.TryGetValue(node.Op, out var why) => Site(node) with { Refused = why },
        { Domain: "com.microsoft" } when WithoutMatrix.Any(o => o == node.Op) => Site(node) with { Refused = "it has no matrix of weights over tokens" },
        _ => null,
    };

    /// <summary>Whether the runtime has no CPU implementation, so that a model with the node cannot run at all.</summary>
    public static bool HasNoKernel(OnnxNode node) => node.Domain == "com.microsoft" && WithoutKernel.ContainsKey(node.Op) && node.Op != "SparseAttention";

    private static AttentionSite Site(OnnxNode node)
    {
        var key = node.Input(1).Length > 0 ? node.Input(1) : node.Input(0);
        return new()
        {
            Anchor = node,
            Query = node.Input(0),
            Key = key,
            Value = node.Input(2).Length > 0 ? node.Input(2) : key,
            Result = node.Output(0),
            RowSum = node.Input(11).Length > 0 && node.Op == "GroupQueryAttention" || node.Int("smooth_softmax") > 0 ? RowSum.AtMostOne : RowSum.One,
        };
    }
}

using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Graphs;

/// <summary>Which initializers the runtime reads from the mapped file. The small ones stay inside, where shape inference can see them.</summary>
internal static class MappedTensors
{
    public const int SmallestMapped = 4096;

    public static bool IsMapped(OnnxTensor tensor) =>
        tensor.Type.Size() > 0 && !tensor.IsBuilt && (tensor.External is not null || tensor.Data.Length > SmallestMapped && tensor.Data.Length == WeightFiles.Bytes(tensor));
}

using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Files;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Graphs;

/// <summary>Checks where external tensors lie and reads the small ones in: shapes must be known to read the structure.</summary>
internal static class ExternalTensors
{
    public static OnnxGraph? Apply(OnnxGraph graph, WeightFiles files, (string Path, DiagnosticBag Bag) report)
    {
        var faulty = graph.Initializers.Select(t => (Tensor: t, Problem: files.Problem(t))).FirstOrDefault(p => p.Problem is not null);
        if (faulty.Problem is not null)
        {
            report.Bag.Add(files.PathOf(faulty.Tensor) is { } path && PointerFile.Detect(path) is { } pointer ? ModelDiagnostics.Describe(pointer)
                : ModelDiagnostics.ExternalData.At(report.Path, faulty.Tensor.Name, faulty.Tensor.External!.Location, faulty.Problem));
            return null;
        }

        return graph with { Initializers = [.. graph.Initializers.Select(t => IsSmall(t) ? OnnxTensor.Of(t.Name, t.Type, files.Read(t), t.Dims) : t)] };
    }

    private static bool IsSmall(OnnxTensor tensor) =>
        tensor.External is not null && tensor.Type.Size() > 0 && WeightFiles.Bytes(tensor) <= MappedTensors.SmallestMapped;
}

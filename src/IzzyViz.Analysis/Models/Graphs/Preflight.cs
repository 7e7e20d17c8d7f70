using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models.Matching;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Graphs;

/// <summary>Stops what the runtime cannot load before the runtime sees it.</summary>
internal static class Preflight
{
    private const int NewestOpset = 26;
    private const int NewestIr = 13;

    public static bool Check(string path, OnnxModel model, DiagnosticBag bag)
    {
        if (model.Graph.Nodes.IsEmpty)
        {
            bag.Add(ModelDiagnostics.Unreadable.At(path, path, "it holds no graph"));
        }
        else if (model.Opset > NewestOpset)
        {
            bag.Add(ModelDiagnostics.TooNew.At(path, path, "operator set", model.Opset, NewestOpset));
        }
        else if (model.IrVersion > NewestIr)
        {
            bag.Add(ModelDiagnostics.TooNew.At(path, path, "IR version", model.IrVersion, NewestIr));
        }
        else if (model.Graph.Nodes.FirstOrDefault(n => n.Op is "EPContext" or "TRTEngineOp") is { } compiled)
        {
            bag.Add(ModelDiagnostics.WrongFormat.At(path, path, $"a compiled model (node '{compiled.Label}')"));
        }
        else if (model.Graph.Nodes.FirstOrDefault(n => n.Domain == "com.microsoft.nchwc") is { } blocked)
        {
            // The block is 8 or 16 channels by processor and written nowhere: on another one the graph runs and gives nonsense.
            bag.Add(ModelDiagnostics.WrongFormat.At(path, path, $"a graph optimised for one processor's channel blocks (node '{blocked.Label}')"));
        }
        else
        {
            return true;
        }

        return false;
    }

    /// <summary>Operators without a CPU kernel, and those that would end the process, keep the whole model from running.</summary>
    public static void CheckKernels(string path, OnnxGraph graph, DiagnosticBag bag)
    {
        foreach (var (node, why) in FatalNodes.In(graph))
        {
            bag.Add(ModelDiagnostics.EndsProcess.At(path, node.Label, node.FullOp, why));
        }

        foreach (var node in graph.Nodes)
        {
            if (FusedMatcher.Match(node) is { Refused: { } why } && FusedMatcher.HasNoKernel(node))
            {
                bag.Add(ModelDiagnostics.UnknownOperator.At(path, node.Label, node.FullOp, why));
            }
        }
    }
}

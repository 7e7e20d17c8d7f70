using System.Collections.Immutable;
using System.Runtime.InteropServices;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Onnx;
using IzzyViz.Analysis.Tensors;

namespace IzzyViz.SiteGen.Cli;

/// <summary>Writes the modules of a capture that passed their checks.</summary>
internal static class CaptureFile
{
    public static void Write(string path, string model, Capture capture, DiagnosticBag bag, IReadOnlyDictionary<string, Tensor> given)
    {
        var passed = capture.Modules.Where(m => m.Check.Passed).ToList();
        if (passed.Count == 0)
        {
            bag.Add(ModelDiagnostics.NoAttention.At(model, model, "no module passed its self-check"));
            return;
        }

        var tensors = passed.ToImmutableSortedDictionary(m => m.Module.Name, Copy, StringComparer.Ordinal);
        SafetensorsWriter.Write(path, new(tensors, CaptureMetadata.Of(passed, given)));
    }

    private static Tensor Copy(CapturedModule module) =>
        new(ElementType.Float32, module.Dims, MemoryMarshal.AsBytes(module.AllWeights).ToArray());
}

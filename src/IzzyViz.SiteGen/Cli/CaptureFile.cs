using System.Collections.Immutable;
using System.Runtime.InteropServices;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Onnx;
using IzzyViz.Analysis.Tensors;
using IzzyViz.SiteGen.Publishing;

namespace IzzyViz.SiteGen.Cli;

/// <summary>Writes the modules of a capture that passed their checks.</summary>
internal static class CaptureFile
{
    public static void Write(string path, (InspectedModel Model, CaptureInput Input) of, Capture capture, DiagnosticBag bag)
    {
        var passed = capture.Modules.Where(m => m.Check.Passed).ToList();
        if (passed.Count == 0)
        {
            var model = of.Model.Folder.Path;
            bag.Add(ModelDiagnostics.NoAttention.At(model, model, "no module passed its self-check"));
            return;
        }

        var tensors = passed.ToImmutableSortedDictionary(m => m.Module.Name, Copy, StringComparer.Ordinal);
        Write(path, new Safetensors(tensors, CaptureMetadata.Of(passed, of.Input)), bag);
    }

    private static void Write(string path, Safetensors content, DiagnosticBag bag)
    {
        try
        {
            SafetensorsWriter.Write(path, content);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            bag.Add(OutputDiagnostics.FileNotWritten.At(path, path, e.Message));
        }
    }

    private static Tensor Copy(CapturedModule module) =>
        new(ElementType.Float32, module.Dims, MemoryMarshal.AsBytes(module.AllWeights).ToArray());
}

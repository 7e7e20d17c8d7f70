using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;

namespace IzzyViz.SiteGen.Cli;

/// <summary>What inspection found that a capture must say: refused modules, and that nothing is left.</summary>
internal static class CaptureFindings
{
    private const int MostReasons = 4;

    public static void AddRefusals(ModelFolder folder, ModelStructure structure, DiagnosticBag bag)
    {
        bag.AddRange(structure.Modules.Select(m => m.Refused).OfType<Diagnostic>());
        bag.AddRange(structure.Refusals.Where(r => r.Code == ModelDiagnostics.NotTokenAttention.Code).Select(r => ModelDiagnostics.NotTokenAttention.At(folder.Path, r.Node, r.Why)));
        if (structure.Modules.All(m => m.Refused is not null))
        {
            var reasons = structure.Refusals.Take(MostReasons).Select(r => $"{r.Node}: {r.Why}").DefaultIfEmpty("it holds no softmax and no attention operator");
            bag.Add(ModelDiagnostics.NoAttention.At(folder.Path, folder.Path, string.Join("; ", reasons)));
        }
    }
}

using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.Analysis.Models;

/// <summary>Why a model has no attention over tokens that can be captured.</summary>
public static class NothingToCapture
{
    private const int MostReasons = 4;

    /// <summary>Null where there is something to capture.</summary>
    public static Diagnostic? In(ModelFolder folder, ModelStructure structure) =>
        Why(structure) is { } why ? ModelDiagnostics.NoAttention.At(folder.Path, folder.Path, why) : null;

    /// <summary>The first refusals by name, as "/router/Softmax: its result weighs no values"; null where there is something to capture.</summary>
    public static string? Why(ModelStructure structure)
    {
        if (structure.Modules.Any(m => m.Refused is null))
        {
            return null;
        }

        var reasons = structure.Refusals.Take(MostReasons).Select(r => $"{r.Node}: {r.Why}").DefaultIfEmpty("it holds no softmax and no attention operator");
        var more = structure.Refusals.Length - MostReasons;
        return string.Join("; ", reasons) + (more > 0 ? $"; and {more} more" : "");
    }
}

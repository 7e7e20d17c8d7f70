using System.Globalization;
using System.Text;
using IzzyViz.Analysis.Datasets;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Storage;

namespace IzzyViz.Analysis.Runs;

/// <summary>Once per model: whether adding attention outputs leaves the model's own outputs as they were.</summary>
public static class OutputCheck
{
    /// <summary>The largest relative difference of any output on the first example that the model takes; null where it takes none.</summary>
    public static async Task<double?> TakeAsync(RunRequest request, IModelRuntime runtime, ResultStore store, CancellationToken cancellation)
    {
        var key = new ResultKeys(request.Model, request.Statistics).OutputCheck();
        if (store.TryRead(key) is { } stored)
        {
            return double.Parse(Encoding.ASCII.GetString(stored), CultureInfo.InvariantCulture);
        }

        if (await CompareAsync(request, runtime, cancellation) is not { } difference)
        {
            return null;
        }

        store.Write(key, Encoding.ASCII.GetBytes(difference.ToString("R", CultureInfo.InvariantCulture)));
        return difference;
    }

    private static async Task<double?> CompareAsync(RunRequest request, IModelRuntime runtime, CancellationToken cancellation)
    {
        var findings = new DiagnosticBag();
        await foreach (var example in SliceReader.ReadAsync(request.Dataset, request.Slice, findings, cancellation))
        {
            if (await runtime.CompareOutputsAsync(example, findings, cancellation) is { } difference)
            {
                return difference;
            }
        }

        return null;
    }
}

using System.Globalization;
using BenchmarkDotNet.Running;
using IzzyViz.Benchmarks.Building;
using IzzyViz.Benchmarks.Captures;
using IzzyViz.Benchmarks.Figures;

namespace IzzyViz.Benchmarks;

internal static class EntryPoint
{
    private static async Task Main(string[] args)
    {
        switch (args)
        {
            case ["contact-sheet", var folder]:
                ContactSheet.Write(folder);
                break;
            case ["drawn-sheet", var folder]:
                DrawnSheet.Write(folder);
                break;
            case ["capture-ratio", .. var lengths]:
                CaptureRatio.Write(lengths.Select(l => int.Parse(l, CultureInfo.InvariantCulture)), Console.Out);
                break;
            case ["build-cost", var rows]:
                await BuildCost.WriteAsync(Console.Out, int.Parse(rows, CultureInfo.InvariantCulture));
                break;
            default:
                BenchmarkSwitcher.FromAssembly(typeof(EntryPoint).Assembly).Run(args);
                break;
        }
    }
}

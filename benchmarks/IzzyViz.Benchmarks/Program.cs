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
            case ["capture-ratio"]:
                CaptureRatio.Write(Console.Out);
                break;
            case ["build-cost", var rows]:
                await BuildCost.WriteAsync(Console.Out, int.Parse(rows));
                break;
            default:
                BenchmarkSwitcher.FromAssembly(typeof(EntryPoint).Assembly).Run(args);
                break;
        }
    }
}

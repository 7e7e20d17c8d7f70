using BenchmarkDotNet.Running;
using IzzyViz.Benchmarks.Captures;
using IzzyViz.Benchmarks.Figures;

namespace IzzyViz.Benchmarks;

internal static class EntryPoint
{
    private static void Main(string[] args)
    {
        if (args is ["contact-sheet", var folder])
        {
            ContactSheet.Write(folder);
            return;
        }

        if (args is ["capture-ratio"])
        {
            CaptureRatio.Write(Console.Out);
            return;
        }

        BenchmarkSwitcher.FromAssembly(typeof(EntryPoint).Assembly).Run(args);
    }
}

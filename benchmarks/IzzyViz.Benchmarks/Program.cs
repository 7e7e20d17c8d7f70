using BenchmarkDotNet.Running;
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

        BenchmarkSwitcher.FromAssembly(typeof(EntryPoint).Assembly).Run(args);
    }
}

using System.Globalization;
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

        if (args is ["capture-ratio", .. var lengths])
        {
            CaptureRatio.Write(lengths.Select(l => int.Parse(l, CultureInfo.InvariantCulture)), Console.Out);
            return;
        }

        BenchmarkSwitcher.FromAssembly(typeof(EntryPoint).Assembly).Run(args);
    }
}

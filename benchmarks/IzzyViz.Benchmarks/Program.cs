using System.Globalization;
using BenchmarkDotNet.Running;
using IzzyViz.Benchmarks.Building;
using IzzyViz.Benchmarks.Captures;
using IzzyViz.Benchmarks.Figures;
using IzzyViz.Benchmarks.Peers;

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
            case ["peer-table", var checkout, var folder, .. var sizes]:
                PeerTable.Write(Console.Out, (checkout, folder), sizes is [] ? [24, 64] : sizes.Select(l => int.Parse(l, CultureInfo.InvariantCulture)));
                break;
            case ["peer-heads", var checkout, var folder, var tool, .. var tokens]:
                PeerHeads.Write(Console.Out, (checkout, folder, tool), tokens is [var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 24);
                break;
            case ["capture-ratio", .. var lengths]:
                CaptureRatio.Write(lengths.Select(l => int.Parse(l, CultureInfo.InvariantCulture)), Console.Out, BertSizes.Base);
                break;
            case ["decoder-ratio", .. var lengths]:
                CaptureRatio.Write(lengths.Select(l => int.Parse(l, CultureInfo.InvariantCulture)), Console.Out, BertSizes.Base with { IsCausal = true });
                break;
            case ["fused-ratio", .. var lengths]:
                CaptureRatio.Write(lengths.Select(l => int.Parse(l, CultureInfo.InvariantCulture)), Console.Out, BertSizes.Base with { IsFused = true });
                break;
            case ["layer-cost", var length]:
                LayerCost.Write(int.Parse(length, CultureInfo.InvariantCulture), Console.Out);
                break;
            case ["long-input", var way, var length]:
                LongInput.Write(way, int.Parse(length, CultureInfo.InvariantCulture), Console.Out);
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

using System.Globalization;
using BenchmarkDotNet.Running;
using IzzyViz.Benchmarks.Building;
using IzzyViz.Benchmarks.Captures;
using IzzyViz.Benchmarks.Figures;
using IzzyViz.Benchmarks.Peers;

namespace IzzyViz.Benchmarks;

internal static class EntryPoint
{
    private static void Main(string[] args)
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
                PeerTable.Write(Console.Out, (checkout, folder), sizes is [] ? [24, 64] : sizes.Select(Number));
                break;
            case ["peer-heads", var checkout, var folder, var tool, .. var tokens]:
                PeerHeads.Write(Console.Out, (checkout, folder, tool), tokens is [var count] ? Number(count) : 24);
                break;
            case ["capture-ratio", var form, .. var lengths]:
                CaptureRatio.Write(form, lengths.Select(Number), Console.Out);
                break;
            case ["load-cost", var way]:
                LoadCost.Write(way, Console.Out);
                break;
            case ["layer-cost", var length]:
                LayerCost.Write(Number(length), Console.Out);
                break;
            case ["long-input", "compare", var length]:
                LongComparison.Write(Number(length), Console.Out);
                break;
            case ["long-input", var way, var length]:
                LongInput.Write(way, Number(length), Console.Out);
                break;
            case ["build-cost", var rows, .. var rounds]:
                BuildCost.Write(Console.Out, Number(rows), Rounds(rounds));
                break;
            case ["isolation-cost", var manifest, .. var rounds]:
                BuildCost.WriteIsolation(Console.Out, manifest, Rounds(rounds));
                break;
            case ["page-cost", var rows, .. var rounds]:
                PageCost.Write(Console.Out, Number(rows), Rounds(rounds));
                break;
            default:
                BenchmarkSwitcher.FromAssembly(typeof(EntryPoint).Assembly).Run(args);
                break;
        }
    }

    private static int Rounds(string[] given) => given is [var rounds] ? Number(rounds) : 4;

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}

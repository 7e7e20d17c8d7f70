using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Summaries;
using IzzyViz.Benchmarks.Building;
using IzzyViz.SiteGen.Arrays;
using IzzyViz.SiteGen.Figures.Maps;
using IzzyViz.Testing;

namespace IzzyViz.Benchmarks.Peers;

/// <summary>
/// All heads of a model as figures of their own, each side as a whole process from its start to its end: <c>-- peer-heads CHECKOUT FOLDER TOOL.dll [TOKENS]</c>.
/// </summary>
internal static class PeerHeads
{
    private const int Layers = 12;
    private const int Heads = 12;
    private const int Calls = 5;

    public static void Write(TextWriter output, (string Checkout, string Folder, string Tool) at, int tokens)
    {
        Directory.CreateDirectory(Path.Combine(at.Folder, "heads"));
        var data = Path.Combine(at.Folder, $"heads-{tokens}.json");
        PeerArrays.Write(data, Of(SampleMaps.Model(AttentionKind.Encoder, Layers, Heads, tokens)));
        var ours = Enumerable.Range(0, Calls).Select(_ => OfTool(at.Tool, data, Path.Combine(at.Folder, "heads", "{map}.svg"))).Order().ElementAt(Calls / 2);
        var before = ProcessorTime.Now();
        var theirs = IzzyVizProcess.Draw(at.Checkout, "heads", (data, Path.Combine(at.Folder, "izzyviz-heads")));
        var process = ProcessorTime.Now() - before;
        var bytes = Directory.EnumerateFiles(Path.Combine(at.Folder, "heads")).Sum(f => new FileInfo(f).Length);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Layers * Heads} heads of {tokens} tokens, CPU of the whole process: IzzyViz {process.TotalSeconds:F1} s, ours {ours.TotalSeconds:F2} s, ratio {process / ours:F0}; {theirs.Bytes / 1e6:F2} MB, {bytes / 1e6:F2} MB, ratio {theirs.Bytes / (double)bytes:F0}."));
    }

    private static FigureArrays Of(ImmutableArray<AttentionMap> maps) =>
        new() { Source = "", Axes = maps[0].Axes, Matrices = [.. maps.Select(m => WeightMap.Of(m).Values)] };

    private static TimeSpan OfTool(string tool, string data, string path)
    {
        var before = ProcessorTime.Now();
        using var process = Process.Start("dotnet", [tool, "draw", "self-attention", data, "-o", path]);
        process.WaitForExit();
        return process.ExitCode == 0 ? ProcessorTime.Now() - before : throw new InvalidOperationException($"The tool ended with {process.ExitCode}.");
    }
}

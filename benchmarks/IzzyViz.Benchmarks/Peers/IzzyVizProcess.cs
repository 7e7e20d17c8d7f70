using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace IzzyViz.Benchmarks.Peers;

/// <summary>What IzzyViz needed for a figure.</summary>
internal sealed record PeerCost(double Seconds, int Calls, long Bytes);

/// <summary>IzzyViz itself, in a Python process (<c>python3</c> with numpy, torch and matplotlib, or what <c>PYTHON</c> names).</summary>
internal static class IzzyVizProcess
{
    private static readonly JsonSerializerOptions Lower = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static PeerCost Draw(string checkout, string kind, (string Data, string Out) files)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("PYTHON") ?? "python3", [Script(), checkout, kind, files.Data, files.Out]) 
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<PeerCost>(said, Lower)!
            : throw new InvalidOperationException($"IzzyViz ended with {process.ExitCode} on '{kind}'.");
    }

    private static string Script([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "peers", "izzyviz_figure.py");
}

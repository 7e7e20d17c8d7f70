using System.Diagnostics;
using System.Globalization;
using IzzyViz.SiteGen.Cli;

namespace IzzyViz.SiteGen.Tests.Isolation;

/// <summary>The tool as a process, so that signals can be sent to it and to the process that it starts.</summary>
internal sealed class RunningTool : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _error;

    public RunningTool(params IEnumerable<string> arguments)
    {
        var host = Path.Combine(AppContext.BaseDirectory, "IzzyViz.SiteGen" + (OperatingSystem.IsWindows() ? ".exe" : ""));
        _process = Process.Start(new ProcessStartInfo(host, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
        _error = _process.StandardError.ReadToEndAsync();
    }

    public int Id => _process.Id;

    /// <summary>The process that runs the models; waits for it. Zero where the tool ended without one.</summary>
    public async Task<int> ChildAsync()
    {
        while (!_process.HasExited)
        {
            if (ChildOf(Id) is var child and not 0)
            {
                return child;
            }

            await Task.Delay(2, TestContext.Current.CancellationToken);
        }

        return 0;
    }

    public async Task<ToolResult> EndAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new((ExitCode)_process.ExitCode, await _error);
    }

    public static bool IsRunning(int process) => StatOf(process) is [_, not "Z" and not "X", ..];

    /// <summary>A shell without job control starts what it puts into the background with interrupts ignored, and every process below inherits that.</summary>
    public static bool InheritsIgnoredInterrupts()
    {
        const ulong Interrupt = 1 << 1;
        var line = File.ReadLines("/proc/self/status").First(l => l.StartsWith("SigIgn:", StringComparison.Ordinal));
        return (ulong.Parse(line["SigIgn:".Length..].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & Interrupt) != 0;
    }

    public static void Signal(int process, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private static int ChildOf(int parent) => Directory.EnumerateDirectories("/proc")
        .Select(d => int.TryParse(Path.GetFileName(d), CultureInfo.InvariantCulture, out var id) ? id : 0)
        .FirstOrDefault(id => id != 0 && StatOf(id) is [_, _, var of, ..] && of == parent.ToString(CultureInfo.InvariantCulture));

    /// <summary>Name, state, parent …; the name is in brackets and may hold anything.</summary>
    private static string[] StatOf(int process)
    {
        try
        {
            var line = File.ReadAllText($"/proc/{process}/stat");
            return ["", .. line[(line.LastIndexOf(')') + 2)..].Split(' ')];
        }
        catch (IOException)
        {
            return [];
        }
    }
}

internal sealed record ToolResult(ExitCode Exit, string Error);

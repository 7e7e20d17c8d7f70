using System.Diagnostics;
using SharpFuzz;

namespace IzzyViz.Fuzzing.Running;

/// <summary>Runs workers over an instrumented copy of this program, and starts another where one ends with the process.</summary>
internal sealed class Supervisor(RunSettings settings)
{
    private const int MostRestarts = 20;
    private const string MemoryLimit = "0x80000000";
    private static readonly string[] Instrumented = ["IzzyViz.Analysis.dll", "IzzyViz.Tokenizers.dll"];

    public int Run()
    {
        var folder = Directory.CreateTempSubdirectory("izzyviz-fuzzing-").FullName;
        try
        {
            Prepare(folder);
            return Enumerable.Range(0, MostRestarts).Any(restart => Ends(folder, settings.Seed + restart)) ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Prepare(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        foreach (var name in Instrumented)
        {
            Fuzzer.Instrument(Path.Combine(folder, name), _ => true, Options.Value);
        }
    }

    /// <summary>True if a worker came to its end.</summary>
    private bool Ends(string folder, int seed)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(folder, "IzzyViz.Fuzzing.dll"), "work", settings.Target.Name, $"{settings.Runs}", $"{seed}"]);
        if (settings.MoreSeeds is { } more)
        {
            start.ArgumentList.Add(more);
        }

        start.Environment["DOTNET_GCHeapHardLimit"] = MemoryLimit;
        // The worker ends where its input ends: also when this process is killed and can say nothing.
        (start.RedirectStandardInput, start.UseShellExecute) = (true, false);
        using var worker = Process.Start(start)!;
        worker.WaitForExit();
        if (worker.ExitCode != 0)
        {
            Console.WriteLine($"the process ended with {worker.ExitCode}: {new Findings(settings.Output).KeepCurrent()}");
        }

        return worker.ExitCode == 0;
    }
}

using System.Diagnostics;
using IzzyViz.Fuzzing.Mutations;

namespace IzzyViz.Fuzzing.Running;

/// <summary>Tries inputs one after the other. What it is trying lies in a file, for the case that the process ends.</summary>
internal sealed class Worker(RunSettings settings)
{
    private const int LargestInput = 1 << 16;
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(60);
    private readonly Findings _findings = new(settings.Output);
    private readonly List<byte[]> _inputs = [];
    private long _tried;

    public int Run()
    {
        using var coverage = new Coverage();
        using var watch = new Timer(_ => EndIfStuck(), null, Hang, Hang);
        new Thread(EndWithSupervisor) { IsBackground = true }.Start();
        var seeds = Corpus.Of(settings.Target.Name, settings.MoreSeeds);
        foreach (var seed in seeds)
        {
            Try(seed, coverage, keep: true);
        }

        var source = new MutationSource(new Random(settings.Seed), _inputs);
        for (var run = 0L; run < settings.Runs; run++)
        {
            Try(settings.Target.Mutate(source.AnyInput(), source), coverage, keep: false);
            Report(run, coverage);
        }

        _findings.Keep(_inputs.Skip(seeds.Count));
        return 0;
    }

    private void Try(byte[] input, Coverage coverage, bool keep)
    {
        if (input.Length > LargestInput && !keep)
        {
            return;
        }

        _findings.Trying(input);
        coverage.Start();
        var trial = Trial.Of(settings.Target, input);
        var isNew = coverage.Add();
        Interlocked.Increment(ref _tried);
        if (trial.Signature.Length > 0)
        {
            _findings.Add(input, trial);
        }
        else if (keep || isNew)
        {
            _inputs.Add(input);
        }
    }

    private void Report(long run, Coverage coverage)
    {
        if (run % 10_000 == 0)
        {
            Console.WriteLine($"{settings.Target.Name} {run,9}: {_inputs.Count} inputs, {coverage.Branches} branches, {_findings.Count} findings");
        }
    }

    /// <summary>The supervisor writes nothing; that its end of the pipe is closed says that it is gone.</summary>
    private static void EndWithSupervisor()
    {
        using var input = Console.OpenStandardInput();
        input.CopyTo(Stream.Null);
        Process.GetCurrentProcess().Kill();
    }

    /// <summary>A reader that does not come back cannot be stopped; the supervisor keeps its input and goes on.</summary>
    private void EndIfStuck()
    {
        if (Interlocked.Exchange(ref _tried, 0) == 0)
        {
            Environment.FailFast("an input takes longer than a minute");
        }
    }
}

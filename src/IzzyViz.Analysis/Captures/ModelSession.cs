using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Models.Graphs;
using IzzyViz.Analysis.Tensors;

namespace IzzyViz.Analysis.Captures;

/// <summary>A model ready to run, its attention among its outputs. One run at a time.</summary>
public sealed class ModelSession : IDisposable
{
    private readonly ImmutableArray<GraphRunner> _runners;
    private readonly ModelFolder _folder;

    private ModelSession(ModelFolder folder, ImmutableArray<GraphRunner> runners) => (_folder, _runners) = (folder, runners);

    /// <exception cref="DiagnosticException">The runtime refuses the model.</exception>
    public static ModelSession Open(ModelFolder folder, CaptureOptions? options = null)
    {
        var runners = ImmutableArray.CreateBuilder<GraphRunner>();
        foreach (var file in folder.Graphs)
        {
            var bag = new DiagnosticBag();
            var analysis = GraphAnalysis.Open(file, (options ?? CaptureOptions.Default).UseCache, bag);
            if (analysis is null || bag.HasErrors)
            {
                throw new DiagnosticException(bag.Items.First(d => d.Severity == Severity.Error));
            }

            runners.Add(new(analysis, folder.Config, options ?? CaptureOptions.Default));
        }

        return new(folder, runners.ToImmutable());
    }

    /// <summary>Runs one example.</summary>
    public Capture Run(ModelInput input) => Run(input.ToTensors());

    /// <summary>Runs tensors as they are, by name; what the graphs need besides is derived.</summary>
    public Capture Run(IReadOnlyDictionary<string, Tensor> given)
    {
        var runs = ImmutableArray.CreateBuilder<GraphRun>();
        foreach (var runner in _runners)
        {
            runs.Add(runner.Run(given));
            given = EncoderStates.Added(given, runner, runs[^1]);
        }

        return CaptureReader.Read(_folder, [.. _runners.Zip(runs)]);
    }

    /// <summary>Once per model: whether capturing changes what the model says. Findings name each output that moved.</summary>
    public ImmutableArray<Diagnostic> CheckOutputs(ModelInput input)
    {
        IReadOnlyDictionary<string, Tensor> given = input.ToTensors();
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var runner in _runners)
        {
            using var run = runner.Run(given);
            using var plain = runner.RunPlain(run.Feeds);
            findings.AddRange(OutputComparison.Findings(runner, run, plain));
            given = EncoderStates.Added(given, runner, run);
        }

        return findings.ToImmutable();
    }

    public void Dispose()
    {
        foreach (var runner in _runners)
        {
            runner.Dispose();
        }
    }
}

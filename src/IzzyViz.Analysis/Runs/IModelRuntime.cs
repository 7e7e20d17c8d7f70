using System.Collections.Immutable;
using IzzyViz.Analysis.Datasets;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Statistics;

namespace IzzyViz.Analysis.Runs;

/// <summary>Runs one model over examples: in this process (<see cref="ModelRuntime"/>), or wherever an implementation likes. One call at a time.</summary>
public interface IModelRuntime : IDisposable
{
    RunModel Model { get; }

    /// <summary>One example encoded, run and measured; null, with findings, where it is not one for this model.</summary>
    /// <exception cref="ModelCrashException">The process that ran the model is gone. The next call starts another.</exception>
    ValueTask<ComputedExample?> AnalyseAsync(AnalysisRequest request, DiagnosticBag bag, CancellationToken cancellation);

    /// <summary>The largest relative difference that capturing makes in any output; null where the example is not one for this model.</summary>
    /// <exception cref="ModelCrashException">The process that ran the model is gone. The next call starts another.</exception>
    ValueTask<double?> CompareOutputsAsync(Example example, DiagnosticBag bag, CancellationToken cancellation);
}

/// <param name="KeepsMaps">The result holds the weights of every head too.</param>
public readonly record struct AnalysisRequest(Example Example, ImmutableArray<StatisticDefinition> Statistics, bool KeepsMaps);

/// <summary>A result in its stored form, <see cref="Summaries.ExampleSummaryFile"/>.</summary>
/// <param name="Numbers">Without maps.</param>
/// <param name="Maps">With maps; empty where they were not asked for.</param>
public readonly record struct ComputedExample(ReadOnlyMemory<byte> Numbers, ReadOnlyMemory<byte> Maps);

/// <summary>The process that ran a model ended in the middle of its work.</summary>
/// <param name="ending">How, in a few words that are the same on every machine.</param>
public sealed class ModelCrashException(Diagnostic diagnostic, string ending) : DiagnosticException(diagnostic)
{
    public string Ending { get; } = ending;
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Datasets;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Storage;
using IzzyViz.Analysis.Summaries;
using IzzyViz.Analysis.Tokens;

namespace IzzyViz.Analysis.Runs;

/// <summary>Runs a model over a slice, example by example; what the store has already is not computed again.</summary>
/// <param name="progress">Told after each example whether it was computed.</param>
public sealed class AnalysisRunner(ResultStore store, DiagnosticBag bag, IProgress<RunProgress>? progress = null)
{
    /// <exception cref="ModelCrashException">The model's process is gone; the results before it are in the store.</exception>
    public async Task<RunResult> RunAsync(RunRequest request, IModelRuntime runtime, CancellationToken cancellation)
    {
        var keys = new ResultKeys(request.Model, request.Statistics);
        var table = new RunTableBuilder(request, keys.Provenance);
        var mapped = ImmutableArray.CreateBuilder<ShownResult>();
        var most = Math.Max(request.ShownExamples, request.ComparedExamples);
        var index = 0;
        await foreach (var example in SliceReader.ReadAsync(request.Dataset, request.Slice, bag, cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            var withMaps = mapped.Count < most;
            var place = new ResultPlace(keys.Of(example, withMaps: false), withMaps ? keys.Of(example, withMaps: true) : null);
            var wanted = new AnalysisRequest(example, request.Statistics, withMaps);
            if (await ObtainAsync(place, () => runtime.AnalyseAsync(wanted, bag, cancellation)) is not { } summary)
            {
                continue;
            }

            Report(example, summary);
            table.Add(example, summary);
            if (place.Maps is { } maps)
            {
                mapped.Add(new(index, maps));
            }

            index++;
        }

        return new(table.Build(), [.. mapped.Take(request.ShownExamples)]) { Compared = [.. mapped.Take(request.ComparedExamples)] };
    }

    /// <summary>The stored summary of an example that keeps its maps.</summary>
    /// <exception cref="InvalidOperationException">Somebody emptied the store while the build was going on.</exception>
    public static ExampleSummary Load(ResultStore store, StoreKey key) =>
        store.TryRead(key) is { } bytes && ExampleSummaryFile.Read(bytes) is { } summary
            ? summary
            : throw new InvalidOperationException($"Result {key} left the store during the build.");

    /// <summary>Told from what is stored, so that a build that computes nothing warns as the first one did.</summary>
    private void Report(Example example, ExampleSummary summary)
    {
        if (summary.Source is { Dropped: > 0 and var dropped } tokens)
        {
            bag.Add(TokenDiagnostics.TextCut.At(example.Location, example.Id, tokens.Count + dropped, tokens.Count, dropped));
        }

        foreach (var failed in summary.Modules.Where(m => !m.Check.Passed))
        {
            bag.Add(RunDiagnostics.CheckFailed.At(example.Location, failed.Module.Name, example.Id, RunDiagnostics.Describe(failed.Check)));
        }
    }

    /// <summary>From the store, or computed and stored. What was just computed is read back too, so that both ways give the same numbers.</summary>
    private async Task<ExampleSummary?> ObtainAsync(ResultPlace place, Func<ValueTask<ComputedExample?>> compute)
    {
        if (store.TryRead(place.Numbers) is { } stored && ExampleSummaryFile.Read(stored) is { } known && place.HasMaps(store))
        {
            progress?.Report(new(WasComputed: false));
            return known;
        }

        if (await compute() is not { } computed)
        {
            return null;
        }

        if (place.Maps is { } maps)
        {
            store.Write(maps, computed.Maps.Span);
        }

        store.Write(place.Numbers, computed.Numbers.Span);
        progress?.Report(new(WasComputed: true));
        return ExampleSummaryFile.Read(computed.Numbers);
    }

    /// <summary>Where an example's result is kept: its numbers apart from its maps, which are large and read only when their page is made.</summary>
    private readonly record struct ResultPlace(StoreKey Numbers, StoreKey? Maps)
    {
        public bool HasMaps(ResultStore store) => Maps is not { } key || store.Contains(key);
    }
}

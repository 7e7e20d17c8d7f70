using System.Collections.Immutable;
using IzzyViz.Analysis.Captures.Inputs;
using IzzyViz.Analysis.Captures.Probes;
using IzzyViz.Analysis.Captures.Reading;
using IzzyViz.Analysis.Captures.Segments;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Models.Graphs;
using IzzyViz.Analysis.Tensors;
using Microsoft.ML.OnnxRuntime;

namespace IzzyViz.Analysis.Captures.Running;

/// <summary>One graph with its probes: plans them, opens the sessions that it takes, and runs it, at once or layer by layer.</summary>
internal sealed class GraphRunner : IDisposable
{
    private readonly ModelConfig _config;
    private readonly CaptureOptions _options;
    private readonly ImmutableArray<string> _streams;
    private readonly ImmutableArray<string> _fetched;
    private ImmutableArray<ProbedModule> _sliced = [];
    private long _slicedBatch;
    private GraphSession? _whole;
    private SegmentedGraph? _segments;
    private GraphSession? _plain;

    public GraphRunner(GraphAnalysis analysis, ModelConfig config, CaptureOptions options)
    {
        (Analysis, _config, _options) = (analysis, config, options);
        Modules = ProbedModule.Of(analysis, config, options);
        Outputs = ModelOutputNames(analysis);
        _streams = [.. Modules.Select(m => m.Stream?.Tensor).OfType<string>().Where(t => t.Length > 0)];
        _fetched = [.. Outputs.Concat(_streams).Concat(Modules.SelectMany(m => m.Tensors(options.Verify))).Distinct(StringComparer.Ordinal)];
    }

    public GraphAnalysis Analysis { get; }

    /// <summary>In the order of the data flow.</summary>
    public ImmutableArray<ProbedModule> Modules { get; }

    public ImmutableArray<string> Outputs { get; }

    public CaptureParts Parts => _options.What;

    public bool VerifiesValues => _options.Verify;

    public ImmutableSortedDictionary<string, Tensor> Feeds(IReadOnlyDictionary<string, Tensor> given) => new FeedBuilder(Analysis, _config, given, _options).Build();

    /// <summary>Whether the maps of a run would take more memory than they may.</summary>
    public bool IsTooLarge(IReadOnlyDictionary<string, Tensor> given) =>
        MapSizes.Of([.. Modules.Select(m => m.Module)], _config, new FeedBuilder(Analysis, _config, given, _options).Lengths) > _options.MapMemory;

    /// <summary>Everything in one run.</summary>
    public GraphRun Run(IReadOnlyDictionary<string, Tensor> given)
    {
        var feeds = new FeedBuilder(Analysis, _config, given, _options);
        var inputs = feeds.Build();
        _whole ??= _fetched.IsEmpty ? null : new(Analysis, ShadowModel.Build(Analysis, Probes(Modules), _fetched), _options);
        return new(Named(_fetched, Explained(inputs, () => _whole?.Run(inputs, _fetched)))) { Feeds = inputs, Lengths = feeds.Lengths };
    }

    /// <summary>Layer by layer; each module's tensors live while they are visited. The session over the whole graph ends, so that weights are in memory once.</summary>
    /// <returns>The outputs, and the residual stream where it is asked for.</returns>
    public GraphRun Stream(IReadOnlyDictionary<string, Tensor> given, Action<ProbedModule, GraphRun> visit)
    {
        var feeds = new FeedBuilder(Analysis, _config, given, _options);
        var inputs = feeds.Build();
        _whole?.Dispose();
        _whole = null;
        if (_segments is null || _slicedBatch != feeds.Lengths.Batch)
        {
            _slicedBatch = feeds.Lengths.Batch;
            _sliced = [.. Modules.Select(m => m.Sliced(Analysis.Flow, feeds.Lengths.Batch))];
            _segments = new(Analysis, Plan(_sliced), _options);
        }

        var rest = _segments.Run(inputs, (module, values) => visit(_sliced[module], new(values) { Feeds = inputs, Lengths = feeds.Lengths }));
        return new(rest) { Feeds = inputs, Lengths = feeds.Lengths };
    }

    /// <summary>The same feeds through the model without probes.</summary>
    public IDisposableReadOnlyCollection<OrtValue> RunPlain(ImmutableSortedDictionary<string, Tensor> feeds)
    {
        _plain ??= new(Analysis, ShadowModel.Build(Analysis, [], Outputs), _options);
        return Explained(feeds, () => _plain.Run(feeds, Outputs));
    }

    public void Dispose()
    {
        _plain?.Dispose();
        _whole?.Dispose();
        Analysis.Dispose();
    }

    /// <summary>Where the runtime fails on more tokens than the config has positions, they are the reason, though no table of the graph told it before.</summary>
    private T Explained<T>(ImmutableSortedDictionary<string, Tensor> feeds, Func<T> run)
    {
        try
        {
            return run();
        }
        catch (DiagnosticException e) when (e.Diagnostic.Descriptor == ModelDiagnostics.RunFailed && TooMany(feeds) is { } longest)
        {
            throw new DiagnosticException(ModelDiagnostics.TooManyTokens.At(Analysis.File.Path, longest.Name, longest.Tokens, _config.Positions), e);
        }
    }

    private (string Name, long Tokens)? TooMany(ImmutableSortedDictionary<string, Tensor> feeds)
    {
        var tokens = InputRoles.Of(Analysis.Flow.FedInputs).Where(i => i.FedBy == InputRole.Tokens && feeds.ContainsKey(i.Name)).Select(i => (i.Name, Count: feeds[i.Name].Dims[^1]));
        return tokens.Where(t => t.Count > _config.Positions).Select(t => ((string, long)?)t).FirstOrDefault();
    }

    private SegmentPlan Plan(ImmutableArray<ProbedModule> modules) =>
        SegmentPlan.Of(ShadowModel.Probed(Analysis, Probes(modules)), [.. modules.Select(m => m.Tensors(_options.Verify).ToImmutableArray())], [.. Outputs, .. _streams]);

    private static ImmutableArray<Probe> Probes(ImmutableArray<ProbedModule> modules) => [.. modules.SelectMany(m => m.Probes)];

    private static Dictionary<string, OrtValue> Named(ImmutableArray<string> names, IReadOnlyCollection<OrtValue>? values) =>
        names.Zip(values ?? []).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal);

    /// <summary>Everything the model says except its caches; those of an encoder's cross-attention are the decoder's input.</summary>
    private ImmutableArray<string> ModelOutputNames(GraphAnalysis analysis)
    {
        var isEncoder = analysis.File.Role == GraphRole.Encoder;
        var all = analysis.Model.Graph.Outputs.Select(o => o.Name).Where(n => isEncoder || !n.StartsWith("present", StringComparison.Ordinal)).ToImmutableArray();
        return _options.WithOutputs || isEncoder ? all : [];
    }
}

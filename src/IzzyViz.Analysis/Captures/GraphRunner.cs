using System.Collections.Immutable;
using IzzyViz.Analysis.Captures.Probes;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Models.Graphs;
using IzzyViz.Analysis.Tensors;
using Microsoft.ML.OnnxRuntime;

namespace IzzyViz.Analysis.Captures;

/// <summary>A module and the probes that read it.</summary>
internal sealed record ProbedModule(AttentionModule Module, ImmutableArray<Probe> Probes);

/// <summary>One graph with its probes: plans them, opens the session, and runs it.</summary>
internal sealed class GraphRunner : IDisposable
{
    private readonly ModelConfig _config;
    private readonly CaptureOptions _options;
    private readonly GraphSession? _session;
    private readonly ImmutableArray<string> _fetched;
    private GraphSession? _plain;

    public GraphRunner(GraphAnalysis analysis, ModelConfig config, CaptureOptions options)
    {
        (Analysis, _config, _options) = (analysis, config, options);
        var located = ModuleList.Of(analysis, config).Where(m => m.Module.Refused is null && (options.Layers.IsEmpty || options.Layers.Contains(m.Module.Layer)));
        Modules = [.. located.Select(m => new ProbedModule(m.Module, [.. m.Sites.Select(s => ProbePlanner.Plan(analysis.Flow, s))]))];
        Outputs = ModelOutputNames(analysis);
        _fetched = [.. Outputs.Concat(Modules.SelectMany(m => m.Probes).SelectMany(Tensors)).Distinct(StringComparer.Ordinal)];
        _session = _fetched.IsEmpty ? null : new(analysis, ShadowModel.Build(analysis, [.. Modules.SelectMany(m => m.Probes)], _fetched), options);
    }

    public GraphAnalysis Analysis { get; }

    public ImmutableArray<ProbedModule> Modules { get; }

    public ImmutableArray<string> Outputs { get; }

    public bool VerifiesValues => _options.Verify;

    public ImmutableSortedDictionary<string, Tensor> Feeds(IReadOnlyDictionary<string, Tensor> given) => new FeedBuilder(Analysis, _config, given, _options).Build();

    public GraphRun Run(IReadOnlyDictionary<string, Tensor> given)
    {
        var feeds = new FeedBuilder(Analysis, _config, given, _options);
        var inputs = feeds.Build();
        return new(_session?.Run(inputs, _fetched), _fetched) { Feeds = inputs, Lengths = feeds.Lengths };
    }

    /// <summary>The same feeds through the model without probes.</summary>
    public IDisposableReadOnlyCollection<OrtValue> RunPlain(IReadOnlyDictionary<string, Tensor> feeds)
    {
        _plain ??= new(Analysis, ShadowModel.Build(Analysis, [], Outputs), _options);
        return _plain.Run(feeds, Outputs);
    }

    public void Dispose()
    {
        _plain?.Dispose();
        _session?.Dispose();
        Analysis.Dispose();
    }

    private IEnumerable<string> Tensors(Probe probe) =>
        _options.Verify && probe.Check is { } check ? [probe.Output, check.Values, check.Result] : [probe.Output];

    /// <summary>Everything the model says except its caches; those of an encoder's cross-attention are the decoder's input.</summary>
    private ImmutableArray<string> ModelOutputNames(GraphAnalysis analysis)
    {
        var isEncoder = analysis.File.Role == GraphRole.Encoder;
        var all = analysis.Model.Graph.Outputs.Select(o => o.Name).Where(n => isEncoder || !n.StartsWith("present", StringComparison.Ordinal)).ToImmutableArray();
        return _options.WithOutputs || isEncoder ? all : [];
    }
}

/// <summary>The values of one graph's run by tensor name.</summary>
internal sealed class GraphRun(IDisposableReadOnlyCollection<OrtValue>? values, ImmutableArray<string> names) : IDisposable
{
    private readonly Dictionary<string, OrtValue> _byName = names.Zip(values ?? Enumerable.Empty<OrtValue>()).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal);

    public required ImmutableSortedDictionary<string, Tensor> Feeds { get; init; }

    public required FeedLengths Lengths { get; init; }

    public OrtValue this[string name] => _byName[name];

    public void Dispose() => values?.Dispose();
}

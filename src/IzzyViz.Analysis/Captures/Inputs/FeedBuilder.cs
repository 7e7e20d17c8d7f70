using System.Collections.Immutable;
using IzzyViz.Analysis.Captures.Probes;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Models.Graphs;
using IzzyViz.Analysis.Onnx;
using IzzyViz.Analysis.Tensors;

namespace IzzyViz.Analysis.Captures.Inputs;

/// <summary>Fills a graph's inputs: from what the user gave, with a number that the options set, or by what follows from the others.</summary>
internal sealed class FeedBuilder
{
    private readonly GraphAnalysis _graph;
    private readonly ModelConfig _config;
    private readonly CaptureOptions _options;
    private readonly GivenTensors _given;
    private readonly DerivedTensors _derived;

    public FeedBuilder(GraphAnalysis graph, ModelConfig config, IReadOnlyDictionary<string, Tensor> given, CaptureOptions options)
    {
        (_graph, _config, _options) = (graph, config, options);
        _given = new([.. graph.Flow.FedInputs], graph.File.Role, given);
        Lengths = _given.Lengths;
        _derived = new(_given, Lengths);
    }

    public FeedLengths Lengths { get; }

    /// <exception cref="DiagnosticException">An input cannot be derived.</exception>
    public ImmutableSortedDictionary<string, Tensor> Build()
    {
        var feeds = ImmutableSortedDictionary.CreateBuilder<string, Tensor>(StringComparer.Ordinal);
        foreach (var input in _graph.Flow.FedInputs)
        {
            var tensor = _given.Find(input.Name) ?? Supplied(input) ?? Derived(input)
                ?? throw new DiagnosticException(Needed(_graph, input, input.Name));
            feeds[input.Name] = Checked(input, tensor);
        }

        var all = feeds.ToImmutable();
        new FeedChecks(_graph, _given, Lengths).Check(all, _config.Padding);
        return all;
    }

    private Tensor? Supplied(OnnxValue input)
    {
        if (_given.RoleOf(input) == InputRole.Tokens || !_options.Feed.TryGetValue(input.Name, out var number))
        {
            return null;
        }

        ImmutableArray<long> dims = [.. (input.Dims ?? []).Select((d, i) => d.Size ?? (i == 0 ? Lengths.Batch : i == 1 ? Lengths.Tokens : 1))];
        var values = new float[dims.Aggregate(1L, (p, d) => p * d)];
        Array.Fill(values, (float)number);
        return Tensor.Of(values, dims);
    }

    private Tensor? Derived(OnnxValue input) => _given.RoleOf(input) switch
    {
        InputRole.Mask => _derived.Mask(input),
        InputRole.Positions => _derived.Positions(input),
        InputRole.Types => DerivedTensors.Filled(0, Lengths.Batch, Lengths.Tokens),
        InputRole.EmptyPast => PastShapes.Empty(input, _config, (Lengths, WindowedCache.LeastLength(_graph.Model.Graph, input.Name))),
        InputRole.CacheFlag => DerivedTensors.Filled(_options.UseCache ? 1 : 0, 1),
        InputRole.Encoder => _derived.OfEncoder(input),
        InputRole.Tokens => _given.OnlyTokens(),
        _ => input.Name switch
        {
            "num_logits_to_keep" => DerivedTensors.Filled(0),
            "past_sequence_length" => DerivedTensors.Filled(0, 1),
            _ => _given.OnlyFeatures(input),
        },
    };

    private Tensor Checked(OnnxValue input, Tensor tensor)
    {
        var fits = input.Dims is not { } dims || (dims.Length == tensor.Dims.Length && dims.Zip(tensor.Dims).All(p => p.First.Size is not { } size || size == p.Second || size <= 0));
        if (!input.Type.IsFloat() && input.Type != ElementType.Undefined && WholeNumbers.FirstOther(tensor) is { } other)
        {
            throw new DiagnosticException(ModelDiagnostics.NotWhole.At(_graph.File.Path, input.Name, other));
        }

        return fits ? tensor.As(input.Type == ElementType.Undefined ? tensor.Type : input.Type)
            : throw new DiagnosticException(ModelDiagnostics.WrongInput.At(_graph.File.Path, input.Name, string.Join(", ", tensor.Dims), string.Join(", ", input.Dims!.Value)));
    }

    /// <param name="name">What it is given as.</param>
    public static Diagnostic Needed(GraphAnalysis graph, OnnxValue input, string name)
    {
        var isOneNumber = !input.Type.IsFloat() || input.Dims is not { Length: > 1 };
        return ModelDiagnostics.NeedsInput.At(graph.File.Path, name, $"{input.Type.Label()} [{string.Join(", ", input.Dims ?? [])}]",
            isOneNumber ? $"with --feed {name}=VALUE, in --inputs, or under feed: in the manifest" : "as a tensor of that name in --inputs");
    }
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Captures.Probes;
using IzzyViz.Analysis.Captures.Running;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Models.Graphs;
using IzzyViz.Analysis.Onnx;
using IzzyViz.Analysis.Tensors;

namespace IzzyViz.Analysis.Captures.Inputs;

/// <summary>Fills a graph's inputs from what the user has: by name, by another name for the same thing, or derived.</summary>
internal sealed class FeedBuilder
{
    private readonly GraphAnalysis _graph;
    private readonly ModelConfig _config;
    private readonly IReadOnlyDictionary<string, Tensor> _given;
    private readonly CaptureOptions _options;
    private readonly ImmutableArray<OnnxValue> _inputs;

    public FeedBuilder(GraphAnalysis graph, ModelConfig config, IReadOnlyDictionary<string, Tensor> given, CaptureOptions options)
    {
        (_graph, _config, _given, _options) = (graph, config, given, options);
        _inputs = [.. graph.Flow.FedInputs];
        Lengths = FeedLengths.Of(_inputs.Select(i => Given(i.Name)).OfType<Tensor>().ToList(), TokenTensor(), PastTensor());
    }

    public FeedLengths Lengths { get; }

    private bool IsDecoder => _graph.File.Role == GraphRole.Decoder || _inputs.Any(i => i.Name == "encoder_hidden_states");

    /// <exception cref="DiagnosticException">An input cannot be derived.</exception>
    public ImmutableSortedDictionary<string, Tensor> Build()
    {
        var feeds = ImmutableSortedDictionary.CreateBuilder<string, Tensor>(StringComparer.Ordinal);
        foreach (var input in _inputs)
        {
            var tensor = Given(input.Name) ?? Supplied(input) ?? Derived(input)
                ?? throw new DiagnosticException(ModelDiagnostics.NeedsInput.At(_graph.File.Path, input.Name, Describe(input)));
            feeds[input.Name] = Checked(input, tensor);
        }

        return feeds.ToImmutable();
    }

    private Tensor? TokenTensor() => _inputs.Where(i => InputRoles.Of(i) == InputRole.Tokens || i.Name is "inputs_embeds").Select(i => Given(i.Name)).FirstOrDefault(t => t is not null);

    private Tensor? PastTensor() => _inputs.Where(i => InputRoles.Of(i) == InputRole.EmptyPast && !i.Name.Contains("encoder", StringComparison.Ordinal))
        .Select(i => Given(i.Name)).FirstOrDefault(t => t is not null);

    /// <summary>Decoders call their own tokens <c>input_ids</c>, where the user has the encoder's under that name.</summary>
    private Tensor? Given(string name) => name switch
    {
        "input_ids" or "inputs_embeds" or "attention_mask" when IsDecoder && _given.TryGetValue($"decoder_{name}", out var own) => own,
        "attention_mask" when IsDecoder && _given.ContainsKey("decoder_input_ids") => null,
        "encoder_attention_mask" when !_given.ContainsKey(name) => _given.GetValueOrDefault("attention_mask") is { } mask && FitsEncoder(mask) ? mask : null,
        "decoder_input_ids" when !_given.ContainsKey(name) && _given.ContainsKey("labels") => _given["labels"],
        _ => _given.GetValueOrDefault(name),
    };

    private bool FitsEncoder(Tensor mask) =>
        !_given.TryGetValue("encoder_hidden_states", out var hidden) || hidden.Dims.Length < 2 || mask.Dims is [_, var length] && length == hidden.Dims[1];

    private Tensor? Supplied(OnnxValue input)
    {
        if (!_options.Feed.TryGetValue(input.Name, out var number))
        {
            return null;
        }

        ImmutableArray<long> dims = [.. (input.Dims ?? []).Select((d, i) => d.Size ?? (i == 0 ? Lengths.Batch : i == 1 ? Lengths.Tokens : 1))];
        var values = new float[dims.Aggregate(1L, (p, d) => p * d)];
        Array.Fill(values, (float)number);
        return Tensor.Of(values, dims);
    }

    private Tensor? Derived(OnnxValue input) => InputRoles.Of(input) switch
    {
        InputRole.Mask => Mask(input),
        InputRole.Positions => Positions(input),
        InputRole.Types => Filled(0, Lengths.Batch, Lengths.Tokens),
        InputRole.EmptyPast => PastShapes.Empty(input, _config, (Lengths, WindowedCache.LeastLength(_graph.Model.Graph, input.Name))),
        InputRole.CacheFlag => Filled(_options.UseCache ? 1 : 0, 1),
        InputRole.Encoder => _given.GetValueOrDefault(input.Name.Replace("past", "present", StringComparison.Ordinal)) ?? EncoderStates(input),
        InputRole.Tokens => OnlyTokens(),
        _ => input.Name switch
        {
            "num_logits_to_keep" => Filled(0),
            "past_sequence_length" => Filled(0, 1),
            _ => OnlyFeatures(input),
        },
    };

    /// <summary>A graph with one token input takes the only tokens there are, whatever either is called.</summary>
    private Tensor? OnlyTokens()
    {
        var tokens = _given.Where(g => g.Value.Type is ElementType.Int64 or ElementType.Int32 && g.Value.Dims.Length == 2 && !g.Key.Contains("mask", StringComparison.Ordinal)
            && !g.Key.Contains("type", StringComparison.Ordinal) && !g.Key.Contains("position", StringComparison.Ordinal)).ToList();
        return tokens.Count == 1 ? tokens[0].Value : null;
    }

    /// <summary>The same for images and sound: one input of a rank, one tensor of that rank.</summary>
    private Tensor? OnlyFeatures(OnnxValue input)
    {
        var fitting = _given.Where(g => g.Value.Type.IsFloat() && g.Value.Dims.Length >= 3 && g.Value.Dims.Length == input.Dims?.Length && _inputs.All(i => i.Name != g.Key)).ToList();
        var rivals = _inputs.Count(i => i.Type.IsFloat() && i.Dims?.Length == input.Dims?.Length && InputRoles.Of(i) == InputRole.User);
        return input.Type.IsFloat() && fitting.Count == 1 && rivals == 1 ? fitting[0].Value : null;
    }

    private Tensor? EncoderStates(OnnxValue input) =>
        input.Name.Contains("hidden", StringComparison.Ordinal) || input.Name.Contains("output", StringComparison.Ordinal) ? _given.GetValueOrDefault("encoder_hidden_states") : null;

    private Tensor? Mask(OnnxValue input)
    {
        var ofEncoder = input.Name.StartsWith("encoder", StringComparison.Ordinal);
        var hidden = _given.GetValueOrDefault("encoder_hidden_states");
        return input.Dims is { Length: not 2 } ? null
            : ofEncoder ? Filled(1, hidden?.Dims[0] ?? Lengths.Batch, hidden?.Dims[1] ?? Lengths.Tokens)
            : Filled(1, Lengths.Batch, Lengths.Past + Lengths.Tokens);
    }

    private Tensor Positions(OnnxValue input)
    {
        if (input.Name.Contains("cache", StringComparison.Ordinal))
        {
            return Tensor.Of([.. Enumerable.Range(0, (int)Lengths.Tokens).Select(i => (long)i + Lengths.Past)], Lengths.Tokens);
        }

        var mask = Given("attention_mask") is { Dims: [_, var length] } given && length == Lengths.Past + Lengths.Tokens
            ? given.ToInt64s() : [.. Enumerable.Repeat(1L, (int)(Lengths.Batch * (Lengths.Past + Lengths.Tokens)))];
        return Tensor.Of(TokenPositions.Of(mask, Lengths), Lengths.Batch, Lengths.Tokens);
    }

    private static Tensor Filled(long value, params ImmutableArray<long> dims) =>
        Tensor.Of([.. Enumerable.Repeat(value, (int)dims.Aggregate(1L, (p, d) => p * d))], dims);

    private Tensor Checked(OnnxValue input, Tensor tensor)
    {
        var fits = input.Dims is not { } dims || (dims.Length == tensor.Dims.Length && dims.Zip(tensor.Dims).All(p => p.First.Size is not { } size || size == p.Second || size <= 0));
        return fits ? tensor.As(input.Type == ElementType.Undefined ? tensor.Type : input.Type)
            : throw new DiagnosticException(ModelDiagnostics.WrongInput.At(_graph.File.Path, input.Name, string.Join(", ", tensor.Dims), string.Join(", ", input.Dims!.Value)));
    }

    private static string Describe(OnnxValue input) => $"{input.Type.Label()} [{string.Join(", ", input.Dims ?? [])}]";
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Onnx;
using IzzyViz.Analysis.Tensors;

namespace IzzyViz.Analysis.Captures.Inputs;

/// <summary>What the user has, as the inputs of one graph ask for it: by name, by another name for the same thing, or as the only one of its kind.</summary>
internal sealed class GivenTensors(ImmutableArray<OnnxValue> inputs, GraphRole role, IReadOnlyDictionary<string, Tensor> given)
{
    private readonly bool _isDecoder = role == GraphRole.Decoder || inputs.Any(i => i.Name == "encoder_hidden_states");
    private readonly ImmutableDictionary<string, InputRole> _roles = InputRoles.Of(inputs).ToImmutableDictionary(i => i.Name, i => i.FedBy, StringComparer.Ordinal);

    public FeedLengths Lengths => FeedLengths.Of(inputs.Select(i => Find(i.Name)).OfType<Tensor>().ToList(), Tokens(), Past());

    /// <summary>The tensor of that very name.</summary>
    public Tensor? Named(string name) => given.GetValueOrDefault(name);

    public InputRole RoleOf(OnnxValue input) => _roles[input.Name];

    public Tensor? Find(string name) => NameOf(name) is { } known ? given.GetValueOrDefault(known) : null;

    /// <summary>A graph with one token input takes the only tokens there are, whatever either is called.</summary>
    public Tensor? OnlyTokens() => NameOfOnlyTokens() is { } name ? given[name] : null;

    /// <summary>The names under which this graph's tokens were given: those of one graph are not those of another.</summary>
    public ImmutableArray<string> NamesOfTokens() =>
        [.. inputs.Where(i => RoleOf(i) == InputRole.Tokens).Select(i => NameOf(i.Name) is { } name && given.ContainsKey(name) ? name : NameOfOnlyTokens()).OfType<string>()];

    /// <summary>The same for images and sound: one input of a rank, one tensor of that rank.</summary>
    public Tensor? OnlyFeatures(OnnxValue input)
    {
        var fitting = given.Where(g => g.Value.Type.IsFloat() && g.Value.Dims.Length >= 3 && g.Value.Dims.Length == input.Dims?.Length && inputs.All(i => i.Name != g.Key)).ToList();
        var rivals = inputs.Count(i => i.Type.IsFloat() && i.Dims?.Length == input.Dims?.Length && InputRoles.Of(i) == InputRole.User);
        return input.Type.IsFloat() && fitting.Count == 1 && rivals == 1 ? fitting[0].Value : null;
    }

    /// <summary>Decoders call their own tokens <c>input_ids</c>, where the user has the encoder's under that name.</summary>
    private string? NameOf(string name) => name switch
    {
        "input_ids" or "inputs_embeds" or "attention_mask" when _isDecoder && given.ContainsKey($"decoder_{name}") => $"decoder_{name}",
        "attention_mask" when _isDecoder && given.ContainsKey("decoder_input_ids") => null,
        "encoder_attention_mask" when !given.ContainsKey(name) => given.GetValueOrDefault("attention_mask") is { } mask && FitsEncoder(mask) ? "attention_mask" : null,
        "decoder_input_ids" when !given.ContainsKey(name) && given.ContainsKey("labels") => "labels",
        _ => name,
    };

    private string? NameOfOnlyTokens()
    {
        var tokens = given.Where(g => g.Value.Type is ElementType.Int64 or ElementType.Int32 && g.Value.Dims.Length == 2 && !g.Key.Contains("mask", StringComparison.Ordinal)
            && !g.Key.Contains("type", StringComparison.Ordinal) && !g.Key.Contains("position", StringComparison.Ordinal)).Take(2).ToList();
        return tokens.Count == 1 && inputs.Count(i => RoleOf(i) == InputRole.Tokens) == 1 ? tokens[0].Key : null;
    }

    private Tensor? Tokens() => First(i => RoleOf(i) == InputRole.Tokens || i.Name is "inputs_embeds");

    private Tensor? Past() => First(i => InputRoles.Of(i) == InputRole.EmptyPast && !i.Name.Contains("encoder", StringComparison.Ordinal));

    private Tensor? First(Func<OnnxValue, bool> asks) => inputs.Where(asks).Select(i => Find(i.Name)).FirstOrDefault(t => t is not null);

    private bool FitsEncoder(Tensor mask) =>
        !given.TryGetValue("encoder_hidden_states", out var hidden) || hidden.Dims.Length < 2 || mask.Dims is [_, var length] && length == hidden.Dims[1];
}

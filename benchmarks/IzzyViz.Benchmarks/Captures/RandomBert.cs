using System.Collections.Immutable;
using IzzyViz.Analysis.Captures.Probes;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Benchmarks.Captures;

/// <param name="Inner">Features between the two layers of the feed-forward part.</param>
internal sealed record BertSizes(int Layers, int Heads, int HeadSize, int Inner)
{
    public static readonly BertSizes Base = new(12, 12, 64, 3072);

    /// <summary>Whether queries see earlier keys only, as in a decoder.</summary>
    public bool IsCausal { get; init; }

    /// <summary>Whether each layer's attention is one <c>com.microsoft.Attention</c>, which gives out no weights.</summary>
    public bool IsFused { get; init; }
}

/// <summary>A model of BERT's form with random weights, its layers written out as exporters write them.</summary>
internal sealed class RandomBert
{
    private const int Vocabulary = 1000;
    private const int Longest = 4096;
    private const long Opset = 18;

    private readonly GraphBuilder _graph = new("bert", Opset);
    private readonly Random _random = new(7);
    private readonly List<OnnxTensor> _weights = [];
    private readonly BertSizes _sizes;
    private string? _mask;

    private RandomBert(BertSizes sizes) => _sizes = sizes;

    private int Size => _sizes.Heads * _sizes.HeadSize;

    public static void Write(string path, BertSizes sizes)
    {
        var bert = new RandomBert(sizes);
        var hidden = bert._graph.Add("Gather", [bert.Weight("embedding", 1, Vocabulary, bert.Size), "input_ids"]);
        bert._mask = sizes.IsCausal ? bert.CausalMask() : null;
        for (var layer = 0; layer < sizes.Layers; layer++)
        {
            hidden = bert.Layer(hidden, $"layer.{layer}");
        }

        bert.Save(path, hidden);
    }

    /// <summary>Later keys forbidden, as a table that is cut to the length of the input.</summary>
    private string CausalMask()
    {
        var later = new float[Longest * Longest];
        for (var i = 0; i < later.Length; i++)
        {
            later[i] = i % Longest > i / Longest ? float.MinValue : 0;
        }

        _weights.Add(OnnxTensor.Of("mask", later, 1, 1, Longest, Longest));
        var length = _graph.Reshape(_graph.Size("input_ids", 1), 1);
        var (start, step) = (_graph.Ints(0), _graph.Ints(1));
        return _graph.Add("Slice", [_graph.Add("Slice", ["mask", start, length, _graph.Ints(2), step]), start, length, _graph.Ints(3), step]);
    }

    private string Layer(string hidden, string name)
    {
        var attended = Normalised(Sum(hidden, Dense(Attention(hidden, name), $"{name}.output", (Size, Size))), $"{name}.norm.1");
        var inner = Gelu(Dense(attended, $"{name}.up", (Size, _sizes.Inner)));
        return Normalised(Sum(attended, Dense(inner, $"{name}.down", (_sizes.Inner, Size))), $"{name}.norm.2");
    }

    private string Attention(string hidden, string name)
    {
        if (_sizes.IsFused)
        {
            ImmutableArray<string> inputs = [hidden, Weight($"{name}.packed", MathF.Sqrt(3f / Size), Size, 3 * Size), Weight($"{name}.bias", 0.1f, 3 * Size)];
            return _graph.Add(new OnnxNode { Op = "Attention", Domain = "com.microsoft", Inputs = inputs, Attributes = [OnnxAttribute.Of("num_heads", _sizes.Heads)] });
        }

        var (query, key, value) = (Split(hidden, $"{name}.query"), Split(hidden, $"{name}.key"), Split(hidden, $"{name}.value"));
        var product = _graph.Add("MatMul", [query, _graph.Transpose(key, 0, 1, 3, 2)]);
        var scores = _graph.Add("Div", [product, _graph.Number(MathF.Sqrt(_sizes.HeadSize), ElementType.Float32)]);
        scores = _mask is null ? scores : Sum(scores, _mask);
        var weights = _graph.Add("Softmax", [scores], OnnxAttribute.Of("axis", -1));
        return _graph.Reshape(_graph.Transpose(_graph.Add("MatMul", [weights, value]), 0, 2, 1, 3), 0, 0, Size);
    }

    private string Split(string hidden, string name) => _graph.Transpose(_graph.Reshape(Dense(hidden, name, (Size, Size)), 0, 0, _sizes.Heads, _sizes.HeadSize), 0, 2, 1, 3);

    private string Dense(string tensor, string name, (int From, int To) sizes) =>
        Sum(_graph.Add("MatMul", [tensor, Weight($"{name}.weight", MathF.Sqrt(3f / sizes.From), sizes.From, sizes.To)]), Weight($"{name}.bias", 0.1f, sizes.To));

    private string Gelu(string tensor)
    {
        var error = _graph.Add("Erf", [_graph.Add("Div", [tensor, _graph.Number(MathF.Sqrt(2), ElementType.Float32)])]);
        var gate = _graph.Add("Mul", [tensor, Sum(error, _graph.Number(1, ElementType.Float32))]);
        return _graph.Add("Mul", [gate, _graph.Number(0.5f, ElementType.Float32)]);
    }

    private string Normalised(string tensor, string name) =>
        _graph.Add("LayerNormalization", [tensor, Weight($"{name}.scale", 1, Size), Weight($"{name}.bias", 0.1f, Size)], OnnxAttribute.Of("axis", -1));

    private string Sum(string left, string right) => _graph.Add("Add", [left, right]);

    private string Weight(string name, float spread, params ImmutableArray<long> dims)
    {
        var values = new float[dims.Aggregate(1L, (p, d) => p * d)];
        foreach (ref var value in values.AsSpan())
        {
            value = ((_random.NextSingle() * 2) - 1) * spread;
        }

        _weights.Add(OnnxTensor.Of(name, values, dims));
        return name;
    }

    private void Save(string path, string hidden)
    {
        var graph = new OnnxGraph
        {
            Nodes = [.. _graph.Nodes, new() { Op = "Identity", Name = "out", Inputs = [hidden], Outputs = ["last_hidden_state"] }],
            Initializers = [.. _graph.Tensors, .. _weights],
            Inputs = [Tokens()],
            Outputs = [OnnxValue.Of("last_hidden_state", ElementType.Float32)],
        };
        var model = new OnnxModel { IrVersion = 8, Graph = graph, Opsets = ImmutableSortedDictionary<string, long>.Empty.Add("", Opset).Add("com.microsoft", 1) };
        File.WriteAllBytes(path, OnnxWriter.Write(model, new Dictionary<string, ExternalData>(StringComparer.Ordinal)));
    }

    /// <summary><c>input_ids</c> of any batch and length.</summary>
    private static OnnxValue Tokens()
    {
        var shape = new WireWriter().Message(1, new WireWriter().Text(2, "batch")).Message(1, new WireWriter().Text(2, "sequence"));
        var tensor = new WireWriter().Int64(1, (int)ElementType.Int64).Message(2, shape);
        return TensorSkimmer.Value(new WireWriter().Text(1, "input_ids").Message(2, new WireWriter().Message(1, tensor)).ToArray());
    }
}

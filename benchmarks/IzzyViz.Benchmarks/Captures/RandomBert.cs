using System.Collections.Immutable;
using IzzyViz.Analysis.Captures.Probes;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Benchmarks.Captures;

/// <summary>A model of BERT's form with random weights, its layers written out as exporters write them, or with a fused operator for the attention.</summary>
internal sealed class RandomBert
{
    private const int Longest = 4096;

    private readonly GraphBuilder _graph;
    private readonly RandomWeights _weights = new();
    private readonly List<OnnxNode> _operators = [];
    private readonly BertSizes _sizes;
    private string? _mask;

    private RandomBert(BertSizes sizes) => (_sizes, _graph) = (sizes, new("bert", sizes.Opset));

    private int Size => _sizes.Size;

    public static void Write(string path, BertSizes sizes)
    {
        var bert = new RandomBert(sizes);
        var hidden = bert._graph.Add("Gather", [bert._weights.Add("embedding", 1, sizes.Vocabulary, bert.Size), "input_ids"]);
        bert._mask = sizes is { IsCausal: true, Form: AttentionForm.Plain } ? bert.CausalMask() : null;
        for (var layer = 0; layer < sizes.Layers; layer++)
        {
            hidden = bert.Layer(hidden, layer);
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

    private string Layer(string hidden, int layer)
    {
        var name = $"layer.{layer}";
        var mixed = _sizes.Form == AttentionForm.Plain ? Attention(hidden, name) : new FusedLayer(_sizes, _graph, _weights, _operators).Of(hidden, layer);
        var attended = Normalised(Sum(hidden, Dense(mixed, $"{name}.output", (Size, Size))), $"{name}.norm.1");
        var inner = Gelu(Dense(attended, $"{name}.up", (Size, _sizes.Inner)));
        return Normalised(Sum(attended, Dense(inner, $"{name}.down", (_sizes.Inner, Size))), $"{name}.norm.2");
    }

    private string Attention(string hidden, string name)
    {
        var (query, key, value) = (Split(hidden, $"{name}.query"), Split(hidden, $"{name}.key"), Split(hidden, $"{name}.value"));
        var product = _graph.Add("MatMul", [query, _graph.Transpose(key, 0, 1, 3, 2)]);
        var scores = _graph.Add("Div", [product, _graph.Number(MathF.Sqrt(_sizes.HeadSize), ElementType.Float32)]);
        scores = _mask is null ? scores : Sum(scores, _mask);
        var weights = _graph.Add("Softmax", [scores], OnnxAttribute.Of("axis", -1));
        return _graph.Reshape(_graph.Transpose(_graph.Add("MatMul", [weights, value]), 0, 2, 1, 3), 0, 0, Size);
    }

    private string Split(string hidden, string name) => _graph.Transpose(_graph.Reshape(Dense(hidden, name, (Size, Size)), 0, 0, _sizes.Heads, _sizes.HeadSize), 0, 2, 1, 3);

    private string Dense(string tensor, string name, (int From, int To) sizes) =>
        Sum(_graph.Add("MatMul", [tensor, _weights.Square($"{name}.weight", sizes.From, sizes.To)]), _weights.Add($"{name}.bias", 0.1f, sizes.To));

    private string Gelu(string tensor)
    {
        var error = _graph.Add("Erf", [_graph.Add("Div", [tensor, _graph.Number(MathF.Sqrt(2), ElementType.Float32)])]);
        var gate = _graph.Add("Mul", [tensor, Sum(error, _graph.Number(1, ElementType.Float32))]);
        return _graph.Add("Mul", [gate, _graph.Number(0.5f, ElementType.Float32)]);
    }

    private string Normalised(string tensor, string name) =>
        _graph.Add("LayerNormalization", [tensor, _weights.Add($"{name}.scale", 1, Size), _weights.Add($"{name}.bias", 0.1f, Size)], OnnxAttribute.Of("axis", -1));

    private string Sum(string left, string right) => _graph.Add("Add", [left, right]);

    private void Save(string path, string hidden)
    {
        var graph = new OnnxGraph
        {
            Nodes = [.. _graph.Nodes, .. _operators, new() { Op = "Identity", Name = "out", Inputs = [hidden], Outputs = ["last_hidden_state"] }],
            Initializers = [.. _graph.Tensors, .. _weights.Tensors],
            Inputs = [Input("input_ids", ElementType.Int64, "batch", "sequence"), .. Enumerable.Range(0, _sizes.Layers).SelectMany(l => _sizes.PastNames(l)).Select(Past)],
            Outputs = [OnnxValue.Of("last_hidden_state", ElementType.Float32)],
        };
        var opsets = ImmutableSortedDictionary<string, long>.Empty.Add("", _sizes.Opset).Add("com.microsoft", 1);
        var model = new OnnxModel { IrVersion = _sizes.Opset > 18 ? 11 : 8, Graph = graph, Opsets = opsets };
        File.WriteAllBytes(path, OnnxWriter.Write(model, new Dictionary<string, ExternalData>(StringComparer.Ordinal)));
    }

    private OnnxValue Past(string name)
    {
        string[] dims = ["batch", $"{_sizes.KeyValueHeads}", "past", $"{_sizes.HeadSize}"];
        return Input(name, ElementType.Float32, _sizes.PastRank == 5 ? ["2", .. dims] : dims);
    }

    /// <summary>Sizes that are no numbers are the caller's to choose. Their names tell the runtime which of them are equal.</summary>
    private static OnnxValue Input(string name, ElementType type, params ReadOnlySpan<string> dims)
    {
        var shape = new WireWriter();
        foreach (var dim in dims)
        {
            shape.Message(1, long.TryParse(dim, out var size) ? new WireWriter().Int64(1, size) : new WireWriter().Text(2, dim));
        }

        var tensor = new WireWriter().Int64(1, (int)type).Message(2, shape);
        return ValueSkimmer.Value(new WireWriter().Text(1, name).Message(2, new WireWriter().Message(1, tensor)).ToArray());
    }
}

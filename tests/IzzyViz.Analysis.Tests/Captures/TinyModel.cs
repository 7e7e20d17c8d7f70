using System.Collections.Immutable;
using IzzyViz.Analysis.Captures.Probes;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Tests.Captures;

/// <summary>A one-layer model over token ids whose attention is written in one of many forms; and the same attention computed here, in doubles.</summary>
internal sealed class TinyModel
{
    public const int Vocabulary = 11;
    public const int Size = 8;
    public const int Heads = 2;
    public const int HeadSize = Size / Heads;
    public const string Features = "features";

    public static readonly ImmutableArray<int> Ids = [3, 1, 4, 1, 5];

    private readonly Random _random = new(7);
    private readonly float[] _table;
    private readonly float[] _query;
    private readonly float[] _key;

    /// <param name="features">Where it is set, the model reads so many vectors in place of token ids.</param>
    public TinyModel(long opset = 18, int features = 0)
    {
        Opset = opset;
        Graph = new("tiny", opset);
        (_table, _query, _key, ValueWeights) = (Numbers(Vocabulary * Size), Numbers(Size * Size), Numbers(Size * Size), Numbers(Size * Size));
        Keep("table", _table, Vocabulary, Size);
        Inputs.Add(features == 0 ? Input("input_ids", ElementType.Int64, "batch", "sequence") : Input(Features, ElementType.Float32, "batch", $"{features}", $"{Size}"));
        Hidden = features == 0 ? Graph.Add("Gather", ["table", "input_ids"]) : Features;
        Query = Heads4(Project(Hidden, "wq", _query));
        Key = Heads4(Project(Hidden, "wk", _key));
        Value = Heads4(Project(Hidden, "wv", ValueWeights));
    }

    public long Opset { get; }

    public GraphBuilder Graph { get; }

    public string Hidden { get; }

    /// <summary><c>[batch, head, token, size]</c>, as are keys and values.</summary>
    public string Query { get; }

    public string Key { get; }

    public string Value { get; }

    public float[] ValueWeights { get; }

    /// <summary>Seed of other names and another order of nodes; null for the graph as it was built.</summary>
    public int? Scramble { get; set; }

    public float[] QueryWeights => _query;

    public float[] KeyWeights => _key;

    public List<OnnxTensor> Tensors { get; } = [];

    public List<OnnxNode> Nodes { get; } = [];

    public List<OnnxFunction> Functions { get; } = [];

    public List<OnnxValue> Inputs { get; } = [];

    public static OnnxValue Input(string name, ElementType type, params ReadOnlySpan<string> dims)
    {
        var shape = new WireWriter();
        foreach (var dim in dims)
        {
            shape.Message(1, long.TryParse(dim, out var size) ? new WireWriter().Int64(1, size) : new WireWriter().Text(2, dim));
        }

        var tensor = new WireWriter().Int64(1, (int)type).Message(2, shape);
        var raw = new WireWriter().Text(1, name).Message(2, new WireWriter().Message(1, tensor)).ToArray();
        return ValueSkimmer.Value(raw);
    }

    public string Keep(string name, float[] values, params ImmutableArray<long> dims)
    {
        Tensors.Add(OnnxTensor.Of(name, values, dims));
        return name;
    }

    public string Project(string tensor, string name, float[] weights) => Graph.Add("MatMul", [tensor, Keep(name, weights, Size, Size)]);

    public string Heads4(string tensor) => Graph.Transpose(Graph.Reshape(tensor, 0, 0, Heads, HeadSize), 0, 2, 1, 3);

    /// <summary>Scaled scores <c>[batch, head, query, key]</c>.</summary>
    public string Scores() => Graph.Add("Mul", [Graph.Add("MatMul", [Query, Graph.Transpose(Key, 0, 1, 3, 2)]), Graph.Number(Scale, ElementType.Float32)]);

    public static float Scale => 1 / MathF.Sqrt(HeadSize);

    public float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => (float)((_random.NextDouble() * 2) - 1))];

    /// <summary>Writes the model with a result as its output.</summary>
    public void Save(string path, string result, string name = "last_hidden_state")
    {
        ImmutableArray<OnnxNode> nodes = [.. Graph.Nodes, .. Nodes, new() { Op = "Identity", Name = "out", Inputs = [result], Outputs = [name] }];
        var graph = new OnnxGraph
        {
            Nodes = Scramble is { } seed ? ScrambledNodes.Of(nodes, [name], seed) : nodes,
            Initializers = [.. Graph.Tensors, .. Tensors],
            Inputs = [.. Inputs],
            Outputs = [OnnxValue.Of(name, ElementType.Float32)],
        };
        var model = new OnnxModel { IrVersion = 8, Graph = graph, Opsets = ImmutableSortedDictionary<string, long>.Empty.Add("", Opset).Add("com.microsoft", 1).Add("local", 1) };
        File.WriteAllBytes(path, [.. OnnxWriter.Write(model, new Dictionary<string, ExternalData>()), .. FunctionBytes()]);
    }

    /// <summary>The tokens through a projection of any width, as where heads share keys.</summary>
    public string Narrow(string name, float[] weights) => Graph.Add("MatMul", [Hidden, Keep(name, weights, Size, weights.Length / Size)]);

    /// <summary>An input for keys or values of earlier tokens.</summary>
    public string Cache(string name, int heads, int size = HeadSize)
    {
        Inputs.Add(Input(name, ElementType.Float32, "batch", $"{heads}", "past", $"{size}"));
        return name;
    }

    /// <summary>An operator that is not one of the default set, or a call of a function.</summary>
    public string Fused(string op, ImmutableArray<string> inputs, ImmutableArray<OnnxAttribute> attributes, string domain = "com.microsoft", int outputs = 1)
    {
        var name = $"fused/{Nodes.Count}";
        Nodes.Add(new() { Op = op, Domain = domain, Name = name, Inputs = inputs, Outputs = [name, .. Enumerable.Range(1, outputs - 1).Select(i => $"{name}/{i}")], Attributes = attributes });
        return name;
    }

    /// <summary>Values <c>[token, feature]</c>, by definition.</summary>
    public double[][] ProjectedValues() => Projected(ValueWeights);

    /// <summary>The tokens' rows of the table.</summary>
    public double[][] Embedded() => [.. Ids.Select(id => _table.AsSpan(id * Size, Size).ToArray().Select(v => (double)v).ToArray())];

    /// <summary>The tokens through a projection.</summary>
    public double[][] Projected(float[] weights) => Projected(Embedded(), [.. weights.Select(w => (double)w)]);

    /// <param name="weights"><c>[input, output]</c></param>
    public static double[][] Projected(double[][] rows, double[] weights)
    {
        var width = weights.Length / Size;
        return [.. rows.Select(row => Enumerable.Range(0, width).Select(c => row.Select((v, r) => v * weights[(r * width) + c]).Sum()).ToArray())];
    }

    /// <summary>The probabilities <c>[head, query, key]</c>, by definition.</summary>
    public double[,,] Expected(Func<int, int, bool>? isVisible = null, Func<int, double>? sink = null) =>
        new ReferenceAttention { IsVisible = isVisible ?? ((_, _) => true), Sink = sink }.Weights(Projected(_query), Projected(_key));

    private byte[] FunctionBytes()
    {
        var writer = new WireWriter();
        foreach (var function in Functions)
        {
            writer.Message(25, FunctionMessage(function));
        }

        return writer.ToArray();
    }

    private static WireWriter FunctionMessage(OnnxFunction function)
    {
        var writer = new WireWriter().Text(1, function.Name);
        foreach (var input in function.Inputs)
        {
            writer.Text(4, input);
        }

        foreach (var output in function.Outputs)
        {
            writer.Text(5, output);
        }

        foreach (var node in function.Nodes)
        {
            writer.Bytes(7, OnnxWriter.Node(node).Written.Span);
        }

        return writer.Message(9, new WireWriter().Text(1, "").Int64(2, 18)).Text(10, function.Domain);
    }
}

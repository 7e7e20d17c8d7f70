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

    public static readonly ImmutableArray<int> Ids = [3, 1, 4, 1, 5];

    private readonly Random _random = new(7);
    private readonly float[] _table;
    private readonly float[] _query;
    private readonly float[] _key;

    public TinyModel(long opset = 18)
    {
        Opset = opset;
        Graph = new("tiny", opset);
        (_table, _query, _key, ValueWeights) = (Numbers(Vocabulary * Size), Numbers(Size * Size), Numbers(Size * Size), Numbers(Size * Size));
        Hidden = Graph.Add("Gather", [Keep("table", _table, Vocabulary, Size), "input_ids"]);
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

    public float[] QueryWeights => _query;

    public float[] KeyWeights => _key;

    public List<OnnxTensor> Tensors { get; } = [];

    public List<OnnxNode> Nodes { get; } = [];

    public List<OnnxFunction> Functions { get; } = [];

    public List<OnnxValue> Inputs { get; } = [Input("input_ids", ElementType.Int64, "batch", "sequence")];

    public static OnnxValue Input(string name, ElementType type, params ReadOnlySpan<string> dims)
    {
        var shape = new WireWriter();
        foreach (var dim in dims)
        {
            shape.Message(1, long.TryParse(dim, out var size) ? new WireWriter().Int64(1, size) : new WireWriter().Text(2, dim));
        }

        var tensor = new WireWriter().Int64(1, (int)type).Message(2, shape);
        var raw = new WireWriter().Text(1, name).Message(2, new WireWriter().Message(1, tensor)).ToArray();
        return TensorSkimmer.Value(raw);
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
            Nodes = nodes,
            Initializers = [.. Graph.Tensors, .. Tensors],
            Inputs = [.. Inputs],
            Outputs = [OnnxValue.Of(name, ElementType.Float32)],
        };
        var model = new OnnxModel { IrVersion = 8, Graph = graph, Opsets = ImmutableSortedDictionary<string, long>.Empty.Add("", Opset).Add("com.microsoft", 1).Add("local", 1) };
        File.WriteAllBytes(path, [.. OnnxWriter.Write(model, new Dictionary<string, ExternalData>()), .. FunctionBytes()]);
    }

    /// <summary>The probabilities <c>[head, query, key]</c>, by definition.</summary>
    public double[,,] Expected(Func<int, int, bool>? isVisible = null, Func<int, double>? sink = null)
    {
        var (q, k) = (Projected(_query), Projected(_key));
        var result = new double[Heads, Ids.Length, Ids.Length];
        for (var h = 0; h < Heads; h++)
        {
            for (var i = 0; i < Ids.Length; i++)
            {
                var weights = Enumerable.Range(0, Ids.Length).Select(j => isVisible?.Invoke(i, j) == false ? 0 : Math.Exp(Scale * Dot(q, k, (h, i, j)))).ToArray();
                var sum = weights.Sum() + (sink is null ? 0 : Math.Exp(sink(h)));
                for (var j = 0; j < Ids.Length; j++)
                {
                    result[h, i, j] = weights[j] / sum;
                }
            }
        }

        return result;
    }

    /// <summary>Values <c>[token, feature]</c>, by definition.</summary>
    public double[][] ProjectedValues() => Projected(ValueWeights);

    private static double Dot(double[][] q, double[][] k, (int Head, int Query, int Key) at) =>
        Enumerable.Range(at.Head * HeadSize, HeadSize).Sum(d => q[at.Query][d] * k[at.Key][d]);

    private double[][] Projected(float[] weights) => [.. Ids.Select(id => Enumerable.Range(0, Size)
        .Select(c => Enumerable.Range(0, Size).Sum(r => (double)_table[(id * Size) + r] * weights[(r * Size) + c])).ToArray())];

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

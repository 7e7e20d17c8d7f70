using System.Collections.Immutable;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Tests.Captures;

/// <summary>One attention, written the ways exporters write it. Each returns the tensor that the model gives out.</summary>
internal static class Forms
{
    public static readonly ImmutableSortedDictionary<string, Func<TinyModel, string>> All = new Dictionary<string, Func<TinyModel, string>>
    {
        ["plain"] = Plain,
        ["scale on both sides"] = m => Mix(m, m.Graph.Add("MatMul", [Root(m, m.Query), Root(m, m.Graph.Transpose(m.Key, 0, 1, 3, 2))])),
        ["folded batch and heads"] = Folded,
        ["guard against NaN"] = Guarded,
        ["keys first"] = KeysFirst,
        ["transposed product"] = TransposedProduct,
        ["heads one by one"] = HeadsApart,
        ["Einsum"] = Summed,
        ["exponentials written out"] = WrittenOut,
        ["soft cap that caps nothing"] = SoftCapped,
        ["multi-head operator"] = MultiHead,
        ["packed attention operator"] = Packed,
        ["packed attention operator without bias"] = m => PackedOperator(m, withBias: false),
        ["local function"] = LocalFunction,
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    public static string Plain(TinyModel m) => Mix(m, m.Scores());

    public static string Mix(TinyModel m, string scores) => m.Graph.Add("MatMul", [Softmax(m, scores), m.Value]);

    public static string Softmax(TinyModel m, string scores, long axis = -1) => m.Graph.Add("Softmax", [scores], OnnxAttribute.Of("axis", axis));

    private static string Root(TinyModel m, string tensor) => m.Graph.Add("Mul", [tensor, m.Graph.Number(MathF.Sqrt(TinyModel.Scale), ElementType.Float32)]);

    private static string Folded(TinyModel m)
    {
        var g = m.Graph;
        var (q, k, v) = (Fold(m, m.Query), Fold(m, m.Key), Fold(m, m.Value));
        var scores = g.Add("Mul", [g.Add("MatMul", [q, g.Transpose(k, 0, 2, 1)]), g.Number(TinyModel.Scale, ElementType.Float32)]);
        return g.Add("MatMul", [Softmax(m, scores), v]);
    }

    private static string Fold(TinyModel m, string tensor) => m.Graph.Reshape(tensor, -1, TinyModel.Ids.Length, TinyModel.HeadSize);

    private static string Guarded(TinyModel m)
    {
        var p = Softmax(m, m.Scores());
        return m.Graph.Add("MatMul", [m.Graph.Add("Where", [m.Graph.Add("IsNaN", [p]), m.Graph.Number(0, ElementType.Float32), p]), m.Value]);
    }

    private static string KeysFirst(TinyModel m)
    {
        var g = m.Graph;
        var scores = g.Add("Mul", [g.Add("MatMul", [m.Key, g.Transpose(m.Query, 0, 1, 3, 2)]), g.Number(TinyModel.Scale, ElementType.Float32)]);
        return g.Add("MatMul", [g.Transpose(Softmax(m, scores, -2), 0, 1, 3, 2), m.Value]);
    }

    private static string TransposedProduct(TinyModel m)
    {
        var g = m.Graph;
        return g.Add("MatMul", [g.Transpose(m.Value, 0, 1, 3, 2), g.Transpose(Softmax(m, m.Scores()), 0, 1, 3, 2)]);
    }

    private static string HeadsApart(TinyModel m)
    {
        var g = m.Graph;
        var heads = Enumerable.Range(0, TinyModel.Heads).Select(h =>
        {
            var (q, k, v) = (Part(m, m.QueryWeights, $"q{h}", h), Part(m, m.KeyWeights, $"k{h}", h), Part(m, m.ValueWeights, $"v{h}", h));
            var scores = g.Add("Mul", [g.Add("MatMul", [q, g.Transpose(k, 0, 2, 1)]), g.Number(TinyModel.Scale, ElementType.Float32)]);
            return g.Add("MatMul", [Softmax(m, scores), v]);
        });
        return g.Add("Concat", [.. heads], OnnxAttribute.Of("axis", -1));
    }

    private static string Part(TinyModel m, float[] weights, string name, int head)
    {
        var columns = Enumerable.Range(0, TinyModel.Size * TinyModel.HeadSize)
            .Select(i => weights[(i / TinyModel.HeadSize * TinyModel.Size) + (head * TinyModel.HeadSize) + (i % TinyModel.HeadSize)]);
        return m.Graph.Add("MatMul", [m.Hidden, m.Keep(name, [.. columns], TinyModel.Size, TinyModel.HeadSize)]);
    }

    private static string Summed(TinyModel m)
    {
        var g = m.Graph;
        var (q, k, v) = (g.Transpose(m.Query, 0, 2, 1, 3), g.Transpose(m.Key, 0, 2, 1, 3), g.Transpose(m.Value, 0, 2, 1, 3));
        var scores = g.Add("Mul", [g.Add("Einsum", [k, q], Wire.Text("equation", "aecd,abcd->acbe")), g.Number(TinyModel.Scale, ElementType.Float32)]);
        return g.Add("Einsum", [Softmax(m, scores, 3), v], Wire.Text("equation", "acbe,aecd->abcd"));
    }

    private static string WrittenOut(TinyModel m)
    {
        var exponentials = m.Graph.Add("Exp", [m.Scores()]);
        return m.Graph.Add("MatMul", [m.Graph.Add("Div", [exponentials, m.Graph.Add("ReduceSum", [exponentials, m.Graph.Ints(-1)])]), m.Value]);
    }

    private static string SoftCapped(TinyModel m)
    {
        var g = m.Graph;
        var cap = g.Number(1e4f, ElementType.Float32);
        return Mix(m, g.Add("Mul", [g.Add("Tanh", [g.Add("Div", [m.Scores(), cap])]), cap]));
    }

    private static string MultiHead(TinyModel m)
    {
        var (q, k, v) = (m.Project(m.Hidden, "q3", m.QueryWeights), m.Project(m.Hidden, "k3", m.KeyWeights), m.Project(m.Hidden, "v3", m.ValueWeights));
        m.Nodes.Add(new() { Op = "MultiHeadAttention", Domain = "com.microsoft", Name = "mha", Inputs = [q, k, v], Outputs = ["mixed"], Attributes = [OnnxAttribute.Of("num_heads", TinyModel.Heads)] });
        return "mixed";
    }

    private static string Packed(TinyModel m) => PackedOperator(m, withBias: true);

    private static string PackedOperator(TinyModel m, bool withBias)
    {
        var packed = Enumerable.Range(0, TinyModel.Size).SelectMany(r => new[] { m.QueryWeights, m.KeyWeights, m.ValueWeights }.SelectMany(w => w.Skip(r * TinyModel.Size).Take(TinyModel.Size)));
        var weights = m.Keep("packed", [.. packed], TinyModel.Size, 3 * TinyModel.Size);
        ImmutableArray<string> inputs = withBias ? [m.Hidden, weights, m.Keep("bias", new float[3 * TinyModel.Size], 3 * TinyModel.Size)] : [m.Hidden, weights];
        m.Nodes.Add(new() { Op = "Attention", Domain = "com.microsoft", Name = "fused", Inputs = inputs, Outputs = ["mixed"], Attributes = [OnnxAttribute.Of("num_heads", TinyModel.Heads)] });
        return "mixed";
    }

    private static string LocalFunction(TinyModel m)
    {
        m.Functions.Add(new()
        {
            Name = "Weigh",
            Domain = "local",
            Inputs = ["s", "v"],
            Outputs = ["z"],
            Nodes = [new() { Op = "Softmax", Inputs = ["s"], Outputs = ["p"], Attributes = [OnnxAttribute.Of("axis", -1)] }, new() { Op = "MatMul", Inputs = ["p", "v"], Outputs = ["z"] }],
        });
        m.Nodes.Add(new() { Op = "Weigh", Domain = "local", Name = "call", Inputs = [m.Scores(), m.Value], Outputs = ["mixed"] });
        return "mixed";
    }
}

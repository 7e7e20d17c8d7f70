using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Tests.Captures.Architectures;

/// <summary>Tokens of all examples in the rows of one matrix, as runtimes and older operator sets write projections and softmaxes; and heads whose nodes are not in their order.</summary>
internal static class LaidFlatForm
{
    private const int Examples = 2;

    public static IEnumerable<(string Name, Func<FormCase> Make)> Cases =>
    [
        ("projections of a matrix", () => FormCase.OfTwo("projections of a matrix", Projected)),
        ("projections of a matrix, heads before the batch", () => FormCase.OfTwo("projections of a matrix, heads before the batch", Outermost)),
        ("a softmax over the rows of a matrix", () => FormCase.OfTwo("a softmax over the rows of a matrix", Rows)),
        ("a product that moves tokens behind the batch", () => FormCase.OfTwo("a product that moves tokens behind the batch", Moved)),
        ("heads written from last to first", () => FormCase.OfTwo("heads written from last to first", Reversed)),
    ];

    private static string Projected(TinyModel m) => Attention(m, [0, 2, 1, 3]);

    private static string Outermost(TinyModel m) => Attention(m, [2, 0, 1, 3]);

    private static string Attention(TinyModel m, long[] order)
    {
        var g = m.Graph;
        string Part(string name, float[] weights) => g.Transpose(g.Reshape(Flat(m, name, weights), Examples, TinyModel.Ids.Length, TinyModel.Heads, TinyModel.HeadSize), [.. order]);
        var (q, k, v) = (Part("fq", m.QueryWeights), Part("fk", m.KeyWeights), Part("fv", m.ValueWeights));
        return g.Add("MatMul", [Forms.Softmax(m, Scaled(m, q, g.Transpose(k, 0, 1, 3, 2))), v]);
    }

    private static string Flat(TinyModel m, string name, float[] weights) =>
        m.Graph.Add("Gemm", [m.Graph.Reshape(m.Hidden, -1, TinyModel.Size), m.Keep(name, weights, TinyModel.Size, TinyModel.Size), m.Keep($"{name}/bias", new float[TinyModel.Size], TinyModel.Size)]);

    private static string Rows(TinyModel m)
    {
        var g = m.Graph;
        var rows = Forms.Softmax(m, g.Reshape(m.Scores(), -1, TinyModel.Ids.Length));
        return g.Add("MatMul", [g.Reshape(rows, -1, TinyModel.Heads, TinyModel.Ids.Length, TinyModel.Ids.Length), m.Value]);
    }

    /// <summary>Tokens come first, and the runtime's optimiser laid their transposition into the products.</summary>
    private static string Moved(TinyModel m)
    {
        var first = m.Graph.Transpose(m.Hidden, 1, 0, 2);
        string Part(string name, float[] weights) => m.Graph.Reshape(m.Project(first, name, weights), 0, 0, TinyModel.Heads, TinyModel.HeadSize);
        var scores = m.Fused("FusedMatMul", [Part("mq", m.QueryWeights), Part("mk", m.KeyWeights)],
            [OnnxAttribute.Of("transB", 1), OnnxAttribute.Of("transBatchA", 1), OnnxAttribute.Of("transBatchB", 1), Wire.Single("alpha", TinyModel.Scale)]);
        return m.Fused("FusedMatMul", [Forms.Softmax(m, scores), Part("mv", m.ValueWeights)], [OnnxAttribute.Of("transBatchB", 1)]);
    }

    private static string Reversed(TinyModel m)
    {
        var g = m.Graph;
        var (q, k, v) = (m.Project(m.Hidden, "pq", m.QueryWeights), m.Project(m.Hidden, "pk", m.KeyWeights), m.Project(m.Hidden, "pv", m.ValueWeights));
        var heads = Enumerable.Range(0, TinyModel.Heads).Reverse().Select(h =>
        {
            string Part(string tensor) => g.Slice(tensor, 2, h * TinyModel.HeadSize, (h + 1) * TinyModel.HeadSize);
            return g.Add("MatMul", [Forms.Softmax(m, Scaled(m, Part(q), g.Transpose(Part(k), 0, 2, 1))), Part(v)]);
        }).ToList();
        return g.Add("Concat", [.. heads.AsEnumerable().Reverse()], OnnxAttribute.Of("axis", -1));
    }

    private static string Scaled(TinyModel m, string query, string key) =>
        m.Graph.Add("Mul", [m.Graph.Add("MatMul", [query, key]), m.Graph.Number(TinyModel.Scale, ElementType.Float32)]);
}

using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Tests.Captures.Architectures;

/// <summary>Two examples at once, their heads elsewhere than behind the batch.</summary>
internal static class HeadLayoutForm
{
    public static IEnumerable<(string Name, Func<FormCase> Make)> Cases =>
    [
        ("heads before the batch", () => FormCase.OfTwo("heads before the batch", Outermost)),
        ("heads before the batch in one axis", () => FormCase.OfTwo("heads before the batch in one axis", Folded)),
        ("heads before the batch in an equation", () => FormCase.OfTwo("heads before the batch in an equation", Summed)),
        ("pairs laid flat by a part of their shape", () => FormCase.OfTwo("pairs laid flat by a part of their shape", Paired)),
        ("heads cut out of a convolution", () => FormCase.OfTwo("heads cut out of a convolution", Convolved)),
        ("heads added after projections of their own", () => FormCase.OfTwo("heads added after projections of their own", Added)),
    ];

    private static string Outermost(TinyModel m) => Attention(m, h => m.Graph.Transpose(h, 1, 0, 2, 3), [0, 1, 3, 2]);

    /// <summary>Queries and keys as rotary positions leave them: taken apart into even and odd numbers, and put together by sizes that are read from their shape.</summary>
    private static string Paired(TinyModel m)
    {
        var g = m.Graph;
        string Part(string tensor, params long[] places) => g.Add("Unsqueeze", [g.Add("Gather", [tensor, g.Ints(places)], OnnxAttribute.Of("axis", -1)), g.Ints(-1)]);
        string Flat(string tensor)
        {
            var pairs = g.Add("Concat", [Part(tensor, 0, 2), Part(tensor, 1, 3)], OnnxAttribute.Of("axis", -1));
            return g.Add("Reshape", [pairs, g.Add("Concat", [g.Slice(g.Add("Shape", [pairs]), 0, 0, 3), g.Ints(-1)], OnnxAttribute.Of("axis", 0))]);
        }

        var scores = g.Add("Mul", [g.Add("MatMul", [Flat(m.Query), g.Transpose(Flat(m.Key), 0, 1, 3, 2)]), g.Number(TinyModel.Scale, ElementType.Float32)]);
        return g.Add("MatMul", [Forms.Softmax(m, scores), m.Value]);
    }

    private static string Folded(TinyModel m) =>
        Attention(m, h => m.Graph.Reshape(m.Graph.Transpose(h, 1, 0, 2, 3), -1, TinyModel.Ids.Length, TinyModel.HeadSize), [0, 2, 1]);

    private static string Attention(TinyModel m, Func<string, string> layout, long[] turn)
    {
        var g = m.Graph;
        var (q, k, v) = (layout(m.Query), layout(m.Key), layout(m.Value));
        var scores = g.Add("Mul", [g.Add("MatMul", [q, g.Transpose(k, [.. turn])]), g.Number(TinyModel.Scale, ElementType.Float32)]);
        return g.Add("MatMul", [Forms.Softmax(m, scores), v]);
    }

    private static string Summed(TinyModel m)
    {
        var g = m.Graph;
        var (q, k, v) = (g.Transpose(m.Query, 0, 2, 1, 3), g.Transpose(m.Key, 0, 2, 1, 3), g.Transpose(m.Value, 0, 2, 1, 3));
        var scores = g.Add("Mul", [g.Add("Einsum", [q, k], Wire.Text("equation", "bqhd,bkhd->hbqk")), g.Number(TinyModel.Scale, ElementType.Float32)]);
        return g.Add("Einsum", [Forms.Softmax(m, scores), v], Wire.Text("equation", "hbqk,bkhd->bqhd"));
    }

    private static string Added(TinyModel m)
    {
        var g = m.Graph;
        var heads = Enumerable.Range(0, TinyModel.Heads).Select(h =>
        {
            string Part(string name, float[] weights) => g.Add("MatMul", [m.Hidden, m.Keep($"{name}{h}", Columns(weights, h), TinyModel.Size, TinyModel.HeadSize)]);
            var scores = g.Add("Mul", [g.Add("MatMul", [Part("q", m.QueryWeights), g.Transpose(Part("k", m.KeyWeights), 0, 2, 1)]), g.Number(TinyModel.Scale, ElementType.Float32)]);
            var mixed = g.Add("MatMul", [Forms.Softmax(m, scores), Part("v", m.ValueWeights)]);
            return g.Add("MatMul", [mixed, m.Keep($"o{h}", m.Numbers(TinyModel.HeadSize * TinyModel.Size), TinyModel.HeadSize, TinyModel.Size)]);
        }).ToList();
        return g.Add("Add", [.. heads]);
    }

    /// <summary>Tokens as the columns of an image, each head apart, keys first: as written for processors that are fast in images.</summary>
    private static string Convolved(TinyModel m)
    {
        var g = m.Graph;
        var image = g.Unsqueeze(g.Transpose(m.Hidden, 0, 2, 1), 2);
        string Projected(string name, float[] weights) => g.Add("Conv", [image, m.Keep(name, [.. Enumerable.Range(0, weights.Length).Select(i => weights[(i % TinyModel.Size * TinyModel.Size) + (i / TinyModel.Size)])], TinyModel.Size, TinyModel.Size, 1, 1)], OnnxAttribute.Of("kernel_shape", [1, 1]));
        var (q, k, v) = (Projected("cq", m.QueryWeights), g.Transpose(Projected("ck", m.KeyWeights), 0, 3, 2, 1), Projected("cv", m.ValueWeights));
        var heads = Enumerable.Range(0, TinyModel.Heads).Select(h =>
        {
            string Part(string tensor, long axis) => g.Slice(tensor, axis, h * TinyModel.HeadSize, (h + 1) * TinyModel.HeadSize);
            var scores = g.Add("Mul", [g.Add("Einsum", [Part(q, 1), Part(k, 3)], Wire.Text("equation", "bchq,bkhc->bkhq")), g.Number(TinyModel.Scale, ElementType.Float32)]);
            return g.Add("Einsum", [Forms.Softmax(m, scores, 1), Part(v, 1)], Wire.Text("equation", "bkhq,bchk->bchq"));
        }).ToList();
        return g.Add("Concat", [.. heads], OnnxAttribute.Of("axis", 1));
    }

    private static float[] Columns(float[] weights, int head) => [.. Enumerable.Range(0, TinyModel.Size * TinyModel.HeadSize)
        .Select(i => weights[(i / TinyModel.HeadSize * TinyModel.Size) + (head * TinyModel.HeadSize) + (i % TinyModel.HeadSize)])];
}

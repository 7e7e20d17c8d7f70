using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Tests.Captures.Architectures;

/// <summary>Queries, keys and values from one projection, split into <c>[batch, token, 3, head, size]</c> as vision transformers do; how large a head is may be left to a division.</summary>
internal static class PackedProjectionForm
{
    public static IEnumerable<(string Name, Func<FormCase> Make)> Cases =>
    [
        ("packed projection", () => FormCase.OfTwo("packed projection", m => Attention(m, m.Graph.Ints(TinyModel.HeadSize)))),
        ("packed projection, head size by a division", () => FormCase.OfTwo("packed projection, head size by a division", m => Attention(m, Quotient(m)))),
    ];

    private static string Attention(TinyModel m, string headSize)
    {
        var g = m.Graph;
        var packed = Enumerable.Range(0, TinyModel.Size).SelectMany(r => new[] { m.QueryWeights, m.KeyWeights, m.ValueWeights }.SelectMany(w => w.Skip(r * TinyModel.Size).Take(TinyModel.Size)));
        var projected = g.Add("MatMul", [m.Hidden, m.Keep("packed", [.. packed], TinyModel.Size, 3 * TinyModel.Size)]);
        var shape = g.Add("Concat", [Dimension(m, 0), Dimension(m, 1), g.Ints(3), g.Ints(TinyModel.Heads), headSize], OnnxAttribute.Of("axis", 0));
        var parts = g.Transpose(g.Add("Reshape", [projected, shape]), 2, 0, 3, 1, 4);
        string Part(long index) => g.Add("Gather", [parts, g.IntScalar(index)], OnnxAttribute.Of("axis", 0));
        var scores = g.Add("Mul", [g.Add("MatMul", [Part(0), g.Transpose(Part(1), 0, 1, 3, 2)]), g.Number(TinyModel.Scale, ElementType.Float32)]);
        return g.Add("MatMul", [Forms.Softmax(m, scores), Part(2)]);
    }

    private static string Quotient(TinyModel m) => m.Graph.Add("Div", [Dimension(m, 2), m.Graph.Ints(TinyModel.Heads)]);

    private static string Dimension(TinyModel m, long axis) => m.Graph.Unsqueeze(m.Graph.Size(m.Hidden, axis), 0);
}

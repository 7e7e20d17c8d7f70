using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Tests.Captures.Architectures;

/// <summary>Everything in 16-bit floats; or the softmax alone in 32, as exporters do that fear for its sum.</summary>
internal static class HalfPrecisionForm
{
    public static IEnumerable<(string Name, Func<FormCase> Make)> Cases =>
    [
        ("half precision", () => Case("half precision", widens: false)),
        ("half precision, softmax in single", () => Case("half precision, softmax in single", widens: true)),
    ];

    private static FormCase Case(string name, bool widens)
    {
        var m = new TinyModel();
        var g = m.Graph;
        var hidden = g.Cast(m.Hidden, ElementType.Float16);
        var (q, k, v) = (Heads(m, hidden, "hq", m.QueryWeights), Heads(m, hidden, "hk", m.KeyWeights), Heads(m, hidden, "hv", m.ValueWeights));
        var scores = g.Add("Mul", [g.Add("MatMul", [q, g.Transpose(k, 0, 1, 3, 2)]), g.Number(TinyModel.Scale, ElementType.Float16)]);
        var weights = widens ? g.Cast(Forms.Softmax(m, g.Cast(scores, ElementType.Float32)), ElementType.Float16) : Forms.Softmax(m, scores);
        var result = g.Cast(g.Add("MatMul", [weights, v]), ElementType.Float32);
        var rounded = m.Embedded().Select(r => r.Select(x => (double)(Half)x).ToArray()).ToArray();
        double[][] Projected(float[] w) => TinyModel.Projected(rounded, [.. w.Select(x => (double)(Half)x)]);
        var expected = new ReferenceAttention().Weights(Projected(m.QueryWeights), Projected(m.KeyWeights));
        return new(name) { Model = m, Result = result, Tolerance = 3e-3, Expected = FormCase.One("encoder.0", expected) };
    }

    private static string Heads(TinyModel m, string hidden, string name, float[] weights)
    {
        m.Tensors.Add(Wire.Halves(name, weights, TinyModel.Size, TinyModel.Size));
        return m.Heads4(m.Graph.Add("MatMul", [hidden, name]));
    }
}

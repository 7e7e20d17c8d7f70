using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Tests.Captures.Architectures;

/// <summary>A softmax that no operator of that name makes.</summary>
internal static class WrittenSoftmaxForm
{
    public static IEnumerable<(string Name, Func<FormCase> Make)> Cases =>
    [
        ("log-softmax and exponential", () => Case("log-softmax and exponential", (m, s) => m.Graph.Add("Exp", [m.Graph.Add("LogSoftmax", [s], OnnxAttribute.Of("axis", -1))]))),
        ("exponentials times the reciprocal of their sum", () => Case("exponentials times the reciprocal of their sum", Reciprocal)),
        ("exponentials less the logarithm of their sum", () => Case("exponentials less the logarithm of their sum", LogSum)),
        ("powers of two", () => Case("powers of two", Powers)),
        ("something small in the sum", () => Case("something small in the sum", Guarded)),
    ];

    private static FormCase Case(string name, Func<TinyModel, string, string> softmax)
    {
        var m = new TinyModel();
        return new(name) { Model = m, Result = m.Graph.Add("MatMul", [softmax(m, m.Scores()), m.Value]), Expected = FormCase.One("encoder.0", m.Expected()) };
    }

    private static string Sum(TinyModel m, string powers) => m.Graph.Add("ReduceSum", [powers, m.Graph.Ints(-1)]);

    private static string Reciprocal(TinyModel m, string scores)
    {
        var g = m.Graph;
        var powers = g.Add("Exp", [g.Add("Sub", [scores, g.Add("ReduceMax", [scores, g.Ints(-1)])])]);
        return g.Add("Mul", [powers, g.Add("Mul", [g.Add("Reciprocal", [Sum(m, powers)]), g.Number(1, ElementType.Float32)])]);
    }

    private static string LogSum(TinyModel m, string scores) =>
        m.Graph.Add("Exp", [m.Graph.Add("Sub", [scores, m.Graph.Add("ReduceLogSumExp", [scores, m.Graph.Ints(-1)])])]);

    private static string Powers(TinyModel m, string scores)
    {
        var g = m.Graph;
        var powers = g.Add("Pow", [g.Number(2, ElementType.Float32), g.Add("Mul", [scores, g.Number(1 / MathF.Log(2), ElementType.Float32)])]);
        return g.Add("Div", [powers, Sum(m, powers)]);
    }

    private static string Guarded(TinyModel m, string scores)
    {
        var powers = m.Graph.Add("Exp", [scores]);
        return m.Graph.Add("Div", [powers, m.Graph.Add("Add", [Sum(m, powers), m.Graph.Number(1e-9f, ElementType.Float32)])]);
    }
}

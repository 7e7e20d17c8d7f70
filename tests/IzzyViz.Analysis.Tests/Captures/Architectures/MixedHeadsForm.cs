using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Tests.Captures.Architectures;

/// <summary>Heads that parameters mix (talking heads, Shazeer et al. 2020) and heads that are subtracted (differential attention, Ye et al. 2024).</summary>
internal static class MixedHeadsForm
{
    private static readonly double[,] Mixing = { { 0.75, 0.5 }, { -0.25, 1.25 } };

    public static IEnumerable<(string Name, Func<FormCase> Make)> Cases =>
    [
        ("scores of heads mixed", Before),
        ("weights of heads mixed", () => After("weights of heads mixed", [0, 0])),
        ("weights of heads mixed, and a number added", () => After("weights of heads mixed, and a number added", [0.125f, -0.5f])),
        ("heads subtracted from one softmax", Subtracted),
        ("masked behind the softmax and divided again", Divided),
    ];

    /// <summary>Logarithms of probabilities are scores less a number per row, which the softmax takes out again.</summary>
    private static FormCase Before()
    {
        var m = new TinyModel();
        var plain = m.Expected();
        var powers = Each(plain, (h, i, j) => Math.Exp(Enumerable.Range(0, 2).Sum(from => Mixing[from, h] * Math.Log(plain[from, i, j]))));
        return new("scores of heads mixed") { Model = m, Result = Forms.Mix(m, Mixed(m, m.Scores())), Expected = FormCase.One("encoder.0", Rows(powers)) };
    }

    private static FormCase After(string name, float[] bias)
    {
        var m = new TinyModel();
        var plain = m.Expected();
        var mixed = m.Graph.Add("Add", [m.Keep("bias", bias, 1, 2, 1, 1), Mixed(m, Forms.Softmax(m, m.Scores()))]);
        return new(name)
        {
            Model = m,
            Result = m.Graph.Add("MatMul", [mixed, m.Value]),
            Expected = FormCase.One("encoder.0", Each(plain, (h, i, j) => bias[h] + Enumerable.Range(0, 2).Sum(from => Mixing[from, h] * plain[from, i, j]))),
        };
    }

    private static FormCase Subtracted()
    {
        var m = new TinyModel();
        var g = m.Graph;
        var (weights, plain) = (Forms.Softmax(m, m.Scores()), m.Expected());
        var difference = g.Add("Sub", [g.Slice(weights, 1, 0, 1), g.Add("Mul", [g.Slice(weights, 1, 1, 2), g.Number(0.5f, ElementType.Float32)])]);
        var expected = new double[1, plain.GetLength(1), plain.GetLength(2)];
        Fill(expected, (_, i, j) => plain[0, i, j] - (0.5 * plain[1, i, j]));
        return new("heads subtracted from one softmax") { Model = m, Result = g.Add("MatMul", [difference, g.Slice(m.Value, 1, 0, 1)]), Expected = FormCase.One("encoder.0", expected) };
    }

    private static FormCase Divided()
    {
        var m = new TinyModel();
        var g = m.Graph;
        var mask = m.Keep("kept", [1, 0, 1, 1, 0], 1, 1, 1, TinyModel.Ids.Length);
        var kept = g.Add("Mul", [Forms.Softmax(m, m.Scores()), mask]);
        var weights = g.Add("Div", [kept, g.Add("Add", [g.Add("ReduceSum", [kept, g.Ints(-1)]), g.Number(1e-13f, ElementType.Float32)])]);
        return new("masked behind the softmax and divided again") { Model = m, Result = g.Add("MatMul", [weights, m.Value]), Expected = FormCase.One("encoder.0", m.Expected((_, j) => j is 0 or 2 or 3)) };
    }

    private static string Mixed(TinyModel m, string heads)
    {
        var matrix = m.Keep("mixing", [.. Mixing.Cast<double>().Select(v => (float)v)], 2, 2);
        return m.Graph.Add("Einsum", [heads, matrix], Wire.Text("equation", "bhij,hg->bgij"));
    }

    private static double[,,] Each(double[,,] like, Func<int, int, int, double> value)
    {
        var result = new double[like.GetLength(0), like.GetLength(1), like.GetLength(2)];
        Fill(result, value);
        return result;
    }

    private static double[,,] Rows(double[,,] powers) =>
        Each(powers, (h, i, j) => powers[h, i, j] / Enumerable.Range(0, powers.GetLength(2)).Sum(k => powers[h, i, k]));

    private static void Fill(double[,,] target, Func<int, int, int, double> value)
    {
        for (var at = 0; at < target.Length; at++)
        {
            var (keys, queries) = (target.GetLength(2), target.GetLength(1));
            var (h, i, j) = (at / keys / queries, at / keys % queries, at % keys);
            target[h, i, j] = value(h, i, j);
        }
    }
}

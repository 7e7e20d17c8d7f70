using System.Collections.Immutable;
using IzzyViz.Analysis.Onnx;
using IzzyViz.Analysis.Tensors;

namespace IzzyViz.Analysis.Tests.Captures.Architectures;

/// <summary>Windows of an image that is rolled round before, as every second layer of Swin does (Liu et al. 2021): rows and columns by one, for queries, keys and values together.</summary>
internal static class RolledImageForm
{
    private const int Side = 4;
    private const int Window = 2;
    private const int Windows = Side * Side / (Window * Window);

    private static readonly ImmutableArray<long> Split = [0, Side / Window, Window, Side / Window, Window, TinyModel.Size];

    public static IEnumerable<(string Name, Func<FormCase> Make)> Cases =>
    [
        ("windows of a rolled image", () => Case("windows of a rolled image", (m, x, axis) => m.Graph.Add("Concat", [m.Graph.Slice(x, axis, 1, long.MaxValue), m.Graph.Slice(x, axis, 0, 1)], OnnxAttribute.Of("axis", axis)))),
        ("windows of an image rolled by a Split", () => Case("windows of an image rolled by a Split", BySplit)),
    ];

    private static FormCase Case(string name, Func<TinyModel, string, long, string> roll)
    {
        var m = new TinyModel();
        var g = m.Graph;
        m.Inputs.Add(TinyModel.Input("image", ElementType.Float32, "batch", $"{Side}", $"{Side}", $"{TinyModel.Size}"));
        var rolled = roll(m, roll(m, "image", 1), 2);
        var windows = g.Reshape(g.Transpose(g.Reshape(rolled, Split.AsSpan()), 0, 1, 3, 2, 4, 5), -1, Window * Window, TinyModel.Size);
        var (q, k, v) = (m.Heads4(m.Project(windows, "iq", m.QueryWeights)), m.Heads4(m.Project(windows, "ik", m.KeyWeights)), m.Heads4(m.Project(windows, "iv", m.ValueWeights)));
        var scores = g.Add("Mul", [g.Add("MatMul", [q, g.Transpose(k, 0, 1, 3, 2)]), g.Number(TinyModel.Scale, ElementType.Float32)]);
        var image = m.Numbers(Side * Side * TinyModel.Size);
        return new(name)
        {
            Model = m,
            Result = g.Add("MatMul", [Forms.Softmax(m, scores), v]),
            Expected = FormCase.One("vision.0", [.. Enumerable.Range(0, Windows).Select(window => Weights(m, image, window))]),
            Feeds = ImmutableDictionary<string, Tensor>.Empty.Add("image", Tensor.Of(image, 1, Side, Side, TinyModel.Size)).Add("input_ids", Tensor.Of([1L], 1, 1)),
        };
    }

    private static string BySplit(TinyModel m, string tensor, long axis)
    {
        var name = $"halves{axis}";
        m.Nodes.Add(new() { Op = "Split", Name = name, Inputs = [tensor, m.Graph.Ints(1, Side - 1)], Outputs = [$"{name}/first", $"{name}/rest"], Attributes = [OnnxAttribute.Of("axis", axis)] });
        return m.Graph.Add("Concat", [$"{name}/rest", $"{name}/first"], OnnxAttribute.Of("axis", axis));
    }

    private static double[,,] Weights(TinyModel m, float[] image, int window)
    {
        var places = Enumerable.Range(0, Window * Window).Select(at => Place((window / (Side / Window) * Window) + (at / Window), (window % (Side / Window) * Window) + (at % Window)));
        double[][] hidden = [.. places.Select(place => image.Skip(place * TinyModel.Size).Take(TinyModel.Size).Select(x => (double)x).ToArray())];
        double[][] Projected(float[] weights) => TinyModel.Projected(hidden, [.. weights.Select(w => (double)w)]);
        return new ReferenceAttention().Weights(Projected(m.QueryWeights), Projected(m.KeyWeights));
    }

    /// <summary>What lies at a row and a column once both are rolled.</summary>
    private static int Place(int row, int column) => ((row + 1) % Side * Side) + ((column + 1) % Side);
}

using IzzyViz.Analysis.Onnx;
using IzzyViz.Analysis.Tensors;

namespace IzzyViz.Analysis.Tests.Captures.Architectures;

/// <summary>Tokens and patches of an image in one sequence (ViLT, Kim et al. 2021; LayoutLMv3, Huang et al. 2022): there are more queries than token ids.</summary>
internal static class JointStreamsForm
{
    private const int Patches = 3;

    public static IEnumerable<(string Name, Func<FormCase> Make)> Cases => [("tokens and patches in one sequence", Joint)];

    private static FormCase Joint()
    {
        var m = new TinyModel();
        var patches = m.Numbers(Patches * TinyModel.Size);
        m.Inputs.Add(TinyModel.Input("patches", ElementType.Float32, "batch", "patch", $"{TinyModel.Size}"));
        var all = m.Graph.Add("Concat", [m.Hidden, "patches"], OnnxAttribute.Of("axis", 1));
        var (q, k, v) = (Heads(m, all, m.QueryWeights), Heads(m, all, m.KeyWeights), Heads(m, all, m.ValueWeights));
        var scores = m.Graph.Add("Mul", [m.Graph.Add("MatMul", [q, m.Graph.Transpose(k, 0, 1, 3, 2)]), m.Graph.Number(TinyModel.Scale, ElementType.Float32)]);
        double[][] rows = [.. m.Embedded(), .. patches.Chunk(TinyModel.Size).Select(p => p.Select(v => (double)v).ToArray())];
        double[][] Projected(float[] weights) => TinyModel.Projected(rows, [.. weights.Select(w => (double)w)]);
        return new FormCase("tokens and patches in one sequence")
        {
            Model = m,
            Result = m.Graph.Add("MatMul", [Forms.Softmax(m, scores), v]),
            Expected = FormCase.One("encoder.0", new ReferenceAttention().Weights(Projected(m.QueryWeights), Projected(m.KeyWeights))),
        }.With("patches", Tensor.Of(patches, 1, Patches, TinyModel.Size));
    }

    private static string Heads(TinyModel m, string tensor, float[] weights) => m.Heads4(m.Project(tensor, $"joint{m.Tensors.Count}", weights));
}

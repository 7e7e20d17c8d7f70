using IzzyViz.Analysis.Onnx;
using IzzyViz.Analysis.Tensors;

namespace IzzyViz.Analysis.Tests.Captures.Architectures;

/// <summary>Attention inside windows that are folded into the batch, over patches of an image.</summary>
internal static class WindowForm
{
    private const int Windows = 2;
    private const int Window = 3;

    public static IEnumerable<(string Name, Func<FormCase> Make)> Cases => [("windows in the batch", Case)];

    private static FormCase Case()
    {
        var m = new TinyModel(features: Windows * Window);
        var g = m.Graph;
        string Heads(string name, float[] weights) => g.Transpose(g.Reshape(m.Project(m.Hidden, name, weights), -1, Window, TinyModel.Heads, TinyModel.HeadSize), 0, 2, 1, 3);
        var (q, k, v) = (Heads("xq", m.QueryWeights), Heads("xk", m.KeyWeights), Heads("xv", m.ValueWeights));
        var scores = g.Add("Mul", [g.Add("MatMul", [q, g.Transpose(k, 0, 1, 3, 2)]), g.Number(TinyModel.Scale, ElementType.Float32)]);
        var mixed = g.Add("MatMul", [Forms.Softmax(m, scores), v]);
        var patches = m.Numbers(Windows * Window * TinyModel.Size);
        var hidden = patches.Chunk(TinyModel.Size).Select(r => r.Select(x => (double)x).ToArray()).ToArray();
        double[,,] Weights(int window) => new ReferenceAttention().Weights(Part(hidden, m.QueryWeights, window), Part(hidden, m.KeyWeights, window));
        return new("windows in the batch")
        {
            Model = m,
            Result = g.Reshape(g.Transpose(mixed, 0, 2, 1, 3), -1, Windows * Window, TinyModel.Size),
            Expected = FormCase.One("encoder.0", [.. Enumerable.Range(0, Windows).Select(Weights)]),
            Feeds = System.Collections.Immutable.ImmutableDictionary<string, Tensor>.Empty.Add(TinyModel.Features, Tensor.Of(patches, 1, Windows * Window, TinyModel.Size)),
        };
    }

    private static double[][] Part(double[][] hidden, float[] weights, int window) =>
        TinyModel.Projected(hidden[(window * Window)..((window + 1) * Window)], [.. weights.Select(w => (double)w)]);
}

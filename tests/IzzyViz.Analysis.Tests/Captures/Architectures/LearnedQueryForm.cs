using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Tests.Captures.Architectures;

/// <summary>Attention pooling: the queries are weights of the model, the keys its tokens.</summary>
internal static class LearnedQueryForm
{
    private const int Queries = 3;

    public static IEnumerable<(string Name, Func<FormCase> Make)> Cases => [("pooling by learned queries", Case)];

    private static FormCase Case()
    {
        var m = new TinyModel();
        var learned = m.Numbers(Queries * TinyModel.Size);
        m.Keep("learned", learned, 1, TinyModel.Heads, Queries, TinyModel.HeadSize);
        var scores = m.Graph.Add("Mul", [m.Graph.Add("MatMul", ["learned", m.Graph.Transpose(m.Key, 0, 1, 3, 2)]), m.Graph.Number(TinyModel.Scale, ElementType.Float32)]);
        double[][] rows = [.. Enumerable.Range(0, Queries).Select(t => Enumerable.Range(0, TinyModel.Size)
            .Select(c => (double)learned[(((c / TinyModel.HeadSize * Queries) + t) * TinyModel.HeadSize) + (c % TinyModel.HeadSize)]).ToArray())];
        return new("pooling by learned queries") { Model = m, Result = Forms.Mix(m, scores), Expected = FormCase.One("pool.0", new ReferenceAttention().Weights(rows, m.Projected(m.KeyWeights))) };
    }
}

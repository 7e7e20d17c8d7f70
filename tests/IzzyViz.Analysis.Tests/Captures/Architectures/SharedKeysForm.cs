using IzzyViz.Analysis.Onnx;
using IzzyViz.Analysis.Tensors;

namespace IzzyViz.Analysis.Tests.Captures.Architectures;

/// <summary>
/// All heads share keys and values (multi-query attention, Shazeer 2019; absorbed latent attention, DeepSeek-AI 2024), and nobody turned the queries: weights are
/// <c>[batch, query, head, key]</c>, and no size of the product tells a head from a query.
/// </summary>
internal static class SharedKeysForm
{
    public static IEnumerable<(string Name, Func<FormCase> Make)> Cases =>
    [
        ("heads behind queries in an equation", () => Case("heads behind queries in an equation", Summed)),
        ("heads behind queries in a product", () => Case("heads behind queries in a product", Multiplied)),
    ];

    private static FormCase Case(string name, Func<TinyModel, (string Query, string Key, string Value), string> write)
    {
        var m = new TinyModel();
        var (wk, wv) = (m.Numbers(TinyModel.Size * TinyModel.HeadSize), m.Numbers(TinyModel.Size * TinyModel.HeadSize));
        var query = m.Graph.Reshape(m.Project(m.Hidden, "sq", m.QueryWeights), 0, 0, TinyModel.Heads, TinyModel.HeadSize);
        var weights = new ReferenceAttention { KeyValueHeads = 1 }.Weights(m.Projected(m.QueryWeights), m.Projected(wk));
        long[] ids = [.. TinyModel.Ids.Concat(TinyModel.Ids).Select(i => (long)i)];
        return new FormCase(name) { Model = m, Result = write(m, (query, m.Narrow("sk", wk), m.Narrow("sv", wv))), Expected = FormCase.One("encoder.0", weights, weights) }
            .With("input_ids", Tensor.Of(ids, 2, TinyModel.Ids.Length));
    }

    private static string Summed(TinyModel m, (string Query, string Key, string Value) of) =>
        m.Graph.Add("Einsum", [Weights(m, m.Graph.Add("Einsum", [of.Query, of.Key], Wire.Text("equation", "bshc,btc->bsht"))), of.Value], Wire.Text("equation", "bsht,btc->bshc"));

    private static string Multiplied(TinyModel m, (string Query, string Key, string Value) of)
    {
        var g = m.Graph;
        var scores = g.Add("MatMul", [of.Query, g.Transpose(g.Unsqueeze(of.Key, 1), 0, 1, 3, 2)]);
        return g.Add("MatMul", [Weights(m, scores), g.Unsqueeze(of.Value, 1)]);
    }

    private static string Weights(TinyModel m, string scores) => Forms.Softmax(m, m.Graph.Add("Mul", [scores, m.Graph.Number(TinyModel.Scale, ElementType.Float32)]));
}

using IzzyViz.Analysis.Onnx;
using IzzyViz.Analysis.Tensors;

namespace IzzyViz.Analysis.Tests.Captures.Architectures;

/// <summary><c>com.microsoft.MultiHeadAttention</c>, whose fourth output is scores before the softmax.</summary>
internal static class MultiHeadForm
{
    private const int Real = 4;

    public static IEnumerable<(string Name, Func<FormCase> Make)> Cases =>
    [
        ("multi-head operator, causal", () => Case("multi-head operator, causal", [], [OnnxAttribute.Of("unidirectional", 1)], new() { IsVisible = ReferenceAttention.Causal })),
        ("multi-head operator, key mask", () => Case("multi-head operator, key mask", ["", "attention_mask"], [], new() { IsVisible = (_, j) => j < Real })
            .With("attention_mask", Tensor.Of([1, 1, 1, 1, 0], 1, TinyModel.Ids.Length))),
        ("multi-head operator, bias on queries and keys", Biased),
    ];

    private static FormCase Case(string name, string[] more, OnnxAttribute[] own, ReferenceAttention reference)
    {
        var m = new TinyModel();
        if (more.Contains("attention_mask"))
        {
            m.Inputs.Add(TinyModel.Input("attention_mask", ElementType.Int32, "batch", "sequence"));
        }

        var result = m.Fused("MultiHeadAttention", [.. Projections(m), .. more], [OnnxAttribute.Of("num_heads", TinyModel.Heads), .. own]);
        var module = own.Any(a => a.Name == "unidirectional") ? "decoder.0" : "encoder.0";
        return new(name) { Model = m, Result = result, Expected = FormCase.One(module, reference.Weights(m.Projected(m.QueryWeights), m.Projected(m.KeyWeights))) };
    }

    private static FormCase Biased()
    {
        var m = new TinyModel();
        var bias = m.Numbers(3 * TinyModel.Size);
        var result = m.Fused("MultiHeadAttention", [.. Projections(m), m.Keep("bias", bias, bias.Length)], [OnnxAttribute.Of("num_heads", TinyModel.Heads)]);
        double[][] Shifted(float[] weights, int part) => [.. m.Projected(weights).Select(r => r.Select((v, c) => v + bias[(part * TinyModel.Size) + c]).ToArray())];
        var expected = new ReferenceAttention().Weights(Shifted(m.QueryWeights, 0), Shifted(m.KeyWeights, 1));
        return new("multi-head operator, bias on queries and keys") { Model = m, Result = result, Expected = FormCase.One("encoder.0", expected) };
    }

    private static string[] Projections(TinyModel m) =>
        [m.Project(m.Hidden, "q3", m.QueryWeights), m.Project(m.Hidden, "k3", m.KeyWeights), m.Project(m.Hidden, "v3", m.ValueWeights)];
}

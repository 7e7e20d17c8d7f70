using System.Collections.Immutable;
using IzzyViz.Analysis.Onnx;
using IzzyViz.Analysis.Tensors;

namespace IzzyViz.Analysis.Tests.Captures.Architectures;

/// <summary><c>com.microsoft.Attention</c>, which projects by one packed weight and gives no weights out.</summary>
internal static class PackedAttentionForm
{
    private const int Real = 4;

    public static IEnumerable<(string Name, Func<FormCase> Make)> Cases =>
    [
        ("packed operator, causal", () => Case("packed operator, causal", [], [OnnxAttribute.Of("unidirectional", 1)], new() { IsVisible = ReferenceAttention.Causal })),
        ("packed operator, own scale", () => Case("packed operator, own scale", [], [Wire.Single("scale", 0.3f)], new() { Scale = 0.3f })),
        ("packed operator, key mask", () => Case("packed operator, key mask", ["attention_mask"], [], new() { IsVisible = (_, j) => j < Real })
            .With("attention_mask", Tensor.Of([1, 1, 1, 1, 0], 1, TinyModel.Ids.Length))),
        ("packed operator, lengths", () => Case("packed operator, lengths", ["lengths"], [], new() { IsVisible = (_, j) => j < Real })),
    ];

    private static FormCase Case(string name, string[] mask, OnnxAttribute[] own, ReferenceAttention reference)
    {
        var m = new TinyModel();
        m.Tensors.Add(Wire.Ints32("lengths", [Real], 1));
        if (mask is ["attention_mask"])
        {
            m.Inputs.Add(TinyModel.Input("attention_mask", ElementType.Int32, "batch", "sequence"));
        }

        var result = m.Fused("Attention", [m.Hidden, m.Keep("packed", Packed(m), TinyModel.Size, 3 * TinyModel.Size), m.Keep("bias", new float[3 * TinyModel.Size], 3 * TinyModel.Size), .. mask],
            [OnnxAttribute.Of("num_heads", TinyModel.Heads), .. own]);
        var module = own.Any(a => a.Name == "unidirectional") ? "decoder.0" : "encoder.0";
        return new(name) { Model = m, Result = result, Expected = FormCase.One(module, reference.Weights(m.Projected(m.QueryWeights), m.Projected(m.KeyWeights))) };
    }

    /// <summary>Queries, keys and values side by side, row by row.</summary>
    public static float[] Packed(TinyModel m) => [.. Enumerable.Range(0, TinyModel.Size)
        .SelectMany(r => new[] { m.QueryWeights, m.KeyWeights, m.ValueWeights }.SelectMany(w => w.Skip(r * TinyModel.Size).Take(TinyModel.Size)))];
}

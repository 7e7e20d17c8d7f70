using IzzyViz.Analysis.Onnx;
using IzzyViz.Analysis.Tensors;

namespace IzzyViz.Analysis.Tests.Captures.Architectures;

/// <summary><c>com.microsoft.Attention</c> with a cache, whose keys and values come in one tensor <c>[2, batch, head, token, size]</c>.</summary>
internal static class PackedCacheForm
{
    private const int Past = 3;

    public static IEnumerable<(string Name, Func<FormCase> Make)> Cases =>
    [
        ("packed operator, filled cache", () => Case("packed operator, filled cache", Past)),
        ("packed operator, empty cache", () => Case("packed operator, empty cache", 0)),
    ];

    private static FormCase Case(string name, int past)
    {
        var m = new TinyModel();
        var cache = m.Numbers(2 * TinyModel.Heads * past * TinyModel.HeadSize);
        m.Inputs.Add(TinyModel.Input("past_0", ElementType.Float32, "2", "batch", $"{TinyModel.Heads}", "past", $"{TinyModel.HeadSize}"));
        var result = m.Fused("Attention",
            [m.Hidden, m.Keep("packed", PackedAttentionForm.Packed(m), TinyModel.Size, 3 * TinyModel.Size), m.Keep("bias", new float[3 * TinyModel.Size], 3 * TinyModel.Size), "", "past_0"],
            [OnnxAttribute.Of("num_heads", TinyModel.Heads), OnnxAttribute.Of("unidirectional", 1)], outputs: 2);
        var reference = new ReferenceAttention { IsVisible = (i, j) => j <= i + past };
        var keys = Enumerable.Range(0, past).Select(t => CachedKey(cache, t, past)).Concat(m.Projected(m.KeyWeights));
        var form = new FormCase(name) { Model = m, Result = result, Expected = FormCase.One("decoder.0", reference.Weights(m.Projected(m.QueryWeights), [.. keys])) };
        return past == 0 ? form : form.With("past_0", Tensor.Of(cache, 2, 1, TinyModel.Heads, past, TinyModel.HeadSize));
    }

    /// <summary>The cache holds heads apart; the reference wants them side by side.</summary>
    private static double[] CachedKey(float[] cache, int token, int past) =>
        [.. Enumerable.Range(0, TinyModel.Heads).SelectMany(h => cache.Skip(((h * past) + token) * TinyModel.HeadSize).Take(TinyModel.HeadSize)).Select(v => (double)v)];
}

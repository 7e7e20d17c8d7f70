using System.Collections.Immutable;
using IzzyViz.Analysis.Onnx;
using IzzyViz.Analysis.Tensors;

namespace IzzyViz.Analysis.Tests.Captures.Architectures;

/// <summary><c>com.microsoft.Attention</c> with a cache, whose keys and values come in one tensor <c>[2, batch, head, token, size]</c>.</summary>
internal static class PackedCacheForm
{
    private const int Past = 3;
    private const int Real = 7;

    public static IEnumerable<(string Name, Func<FormCase> Make)> Cases =>
    [
        ("packed operator, filled cache", () => Case("packed operator, filled cache", Past, "")),
        ("packed operator, empty cache", () => Case("packed operator, empty cache", 0, "")),
        ("packed operator, cache and key mask", () => Case("packed operator, cache and key mask", Past, "attention_mask")
            .With("attention_mask", Tensor.Of([.. Enumerable.Range(0, Past + TinyModel.Ids.Length).Select(i => i < Real ? 1 : 0)], 1, Past + TinyModel.Ids.Length))),
        ("packed operator, cache and lengths", () => Case("packed operator, cache and lengths", Past, "lengths")),
        ("packed operator, new cache read", () => Read("packed operator, new cache read")),
    ];

    private static FormCase Case(string name, int past, string mask)
    {
        var m = new TinyModel();
        m.Tensors.Add(Wire.Ints32("lengths", [Real], 1));
        if (mask == "attention_mask")
        {
            m.Inputs.Add(TinyModel.Input(mask, ElementType.Int32, "batch", "total"));
        }

        var cache = m.Numbers(2 * TinyModel.Heads * past * TinyModel.HeadSize);
        var real = mask.Length == 0 ? int.MaxValue : Real;
        var reference = new ReferenceAttention { IsVisible = (i, j) => j <= i + past && j < real };
        var keys = Enumerable.Range(0, past).Select(t => CachedKey(cache, t, past)).Concat(m.Projected(m.KeyWeights));
        var form = new FormCase(name) { Model = m, Result = Operator(m, mask), Expected = FormCase.One("decoder.0", reference.Weights(m.Projected(m.QueryWeights), [.. keys])) };
        return past == 0 ? form : form.With("past_0", Tensor.Of(cache, 2, 1, TinyModel.Heads, past, TinyModel.HeadSize));
    }

    /// <summary>What the operator keeps for the next step is read in the graph, so it has to stay as it was.</summary>
    private static FormCase Read(string name)
    {
        var form = Case(name, Past, "");
        var kept = form.Model.Graph.Add("Mul", [$"{form.Result}/1", form.Model.Keep("parts", [1f, -2f], 2, 1, 1, 1, 1)]);
        return form with { Result = form.Model.Graph.Add("Add", [form.Result, form.Model.Graph.Add("ReduceSum", [kept], OnnxAttribute.Of("keepdims", 0))]) };
    }

    private static string Operator(TinyModel m, string mask)
    {
        m.Inputs.Add(TinyModel.Input("past_0", ElementType.Float32, "2", "batch", $"{TinyModel.Heads}", "past", $"{TinyModel.HeadSize}"));
        return m.Fused("Attention",
            [m.Hidden, m.Keep("packed", PackedAttentionForm.Packed(m), TinyModel.Size, 3 * TinyModel.Size), m.Keep("bias", new float[3 * TinyModel.Size], 3 * TinyModel.Size), mask, "past_0"],
            [OnnxAttribute.Of("num_heads", TinyModel.Heads), OnnxAttribute.Of("unidirectional", 1)], outputs: 2);
    }

    /// <summary>The cache holds heads apart; the reference wants them side by side.</summary>
    public static double[] CachedKey(float[] cache, int token, int past) =>
        [.. Enumerable.Range(0, TinyModel.Heads).SelectMany(h => cache.Skip(((h * past) + token) * TinyModel.HeadSize).Take(TinyModel.HeadSize)).Select(v => (double)v)];
}

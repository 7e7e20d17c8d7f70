using System.Collections.Immutable;
using System.Runtime.InteropServices;
using IzzyViz.Analysis.Onnx;
using IzzyViz.Analysis.Tensors;

namespace IzzyViz.Analysis.Tests.Captures.Architectures;

/// <summary><c>com.microsoft.QAttention</c>: tokens and packed weights are integers, tokens with one scale, weights with one or one for each column.</summary>
internal static class QuantisedAttentionForm
{
    private const float TokenScale = 1 / 100f;
    private const int TokenZero = 128;
    private const int Width = 3 * TinyModel.Size;
    private const int Past = 3;
    private const int Real = 7;

    private static readonly float[] OneScale = [1 / 120f];
    private static readonly float[] ScalePerColumn = [.. Enumerable.Range(0, Width).Select(c => 1 / (100f + c))];

    public static IEnumerable<(string Name, Func<FormCase> Make)> Cases =>
    [
        ("quantised operator", () => Case("quantised operator", OneScale, 0)),
        ("quantised operator, scale per column", () => Case("quantised operator, scale per column", ScalePerColumn, 0)),
        ("quantised operator, cache and lengths", () => Case("quantised operator, cache and lengths", OneScale, Past)),
    ];

    private static FormCase Case(string name, float[] scales, int past)
    {
        var m = new TinyModel();
        var weights = PackedAttentionForm.Packed(m).Select((w, i) => (sbyte)Math.Round(w / Scale(scales, i), MidpointRounding.ToEven)).ToArray();
        var result = Operator(m, weights, scales, past > 0);
        double[][] Part(int part) => TinyModel.Projected(Rounded(m), [.. Enumerable.Range(0, TinyModel.Size * TinyModel.Size)
            .Select(i => (i / TinyModel.Size * Width) + (part * TinyModel.Size) + (i % TinyModel.Size)).Select(i => (double)weights[i] * Scale(scales, i))]);
        var cache = m.Numbers(2 * TinyModel.Heads * past * TinyModel.HeadSize);
        var keys = Enumerable.Range(0, past).Select(t => PackedCacheForm.CachedKey(cache, t, past)).Concat(Part(1));
        var reference = past == 0 ? new ReferenceAttention() : new() { IsVisible = (i, j) => j <= i + past && j < Real };
        var form = new FormCase(name) { Model = m, Result = result, Expected = FormCase.One(past == 0 ? "encoder.0" : "decoder.0", reference.Weights(Part(0), [.. keys])) };
        return past == 0 ? form : form.With("past_0", Tensor.Of(cache, 2, 1, TinyModel.Heads, past, TinyModel.HeadSize));
    }

    private static string Operator(TinyModel m, sbyte[] weights, float[] scales, bool hasPast)
    {
        m.Tensors.Add(OnnxTensor.Of("packed", ElementType.Int8, MemoryMarshal.AsBytes<sbyte>(weights), [TinyModel.Size, Width]));
        m.Tensors.Add(OnnxTensor.Of("token_zero", ElementType.UInt8, [TokenZero], []));
        m.Tensors.Add(OnnxTensor.Of("weight_zero", ElementType.Int8, new byte[scales.Length], scales.Length == 1 ? [] : [scales.Length]));
        m.Tensors.Add(Wire.Ints32("lengths", [Real], 1));
        var (tokenScale, weightScale) = (m.Keep("token_scale", [TokenScale]), m.Keep("weight_scale", scales, scales.Length == 1 ? [] : [scales.Length]));
        var tokens = m.Graph.Add("QuantizeLinear", [m.Hidden, tokenScale, "token_zero"]);
        ImmutableArray<string> inputs = [tokens, "packed", m.Keep("bias", new float[Width], Width), tokenScale, weightScale, hasPast ? "lengths" : "", "token_zero", "weight_zero"];
        if (!hasPast)
        {
            return m.Fused("QAttention", inputs, [OnnxAttribute.Of("num_heads", TinyModel.Heads)]);
        }

        m.Inputs.Add(TinyModel.Input("past_0", ElementType.Float32, "2", "batch", $"{TinyModel.Heads}", "past", $"{TinyModel.HeadSize}"));
        return m.Fused("QAttention", inputs.Add("past_0"), [OnnxAttribute.Of("num_heads", TinyModel.Heads), OnnxAttribute.Of("unidirectional", 1)], outputs: 2);
    }

    private static float Scale(float[] scales, int index) => scales[index % Width % scales.Length];

    /// <summary>The tokens as their integers stand for them.</summary>
    private static double[][] Rounded(TinyModel m) =>
        [.. m.Embedded().Select(r => r.Select(v => (Math.Clamp(Math.Round(v / TokenScale, MidpointRounding.ToEven) + TokenZero, 0, 255) - TokenZero) * TokenScale).ToArray())];
}

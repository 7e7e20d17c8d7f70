using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Tests.Captures.Architectures;

/// <summary><c>com.microsoft.QAttention</c>: tokens and packed weights are integers with a scale each.</summary>
internal static class QuantisedAttentionForm
{
    private const float TokenScale = 1 / 100f;
    private const float WeightScale = 1 / 120f;
    private const int TokenZero = 128;

    public static IEnumerable<(string Name, Func<FormCase> Make)> Cases => [("quantised operator", Case)];

    private static FormCase Case()
    {
        var m = new TinyModel();
        var weights = PackedAttentionForm.Packed(m).Select(w => (sbyte)Math.Round(w / WeightScale, MidpointRounding.ToEven)).ToArray();
        m.Tensors.Add(OnnxTensor.Of("packed", ElementType.Int8, System.Runtime.InteropServices.MemoryMarshal.AsBytes<sbyte>(weights), [TinyModel.Size, 3 * TinyModel.Size]));
        m.Tensors.Add(OnnxTensor.Of("token_zero", ElementType.UInt8, [TokenZero], []));
        m.Tensors.Add(OnnxTensor.Of("weight_zero", ElementType.Int8, [0], []));
        var (tokenScale, weightScale) = (m.Keep("token_scale", [TokenScale]), m.Keep("weight_scale", [WeightScale]));
        var tokens = m.Graph.Add("QuantizeLinear", [m.Hidden, tokenScale, "token_zero"]);
        var result = m.Fused("QAttention", [tokens, "packed", m.Keep("bias", new float[3 * TinyModel.Size], 3 * TinyModel.Size), tokenScale, weightScale, "", "token_zero", "weight_zero"], [OnnxAttribute.Of("num_heads", TinyModel.Heads)]);
        var rounded = m.Embedded().Select(r => r.Select(v => (Math.Clamp(Math.Round(v / TokenScale, MidpointRounding.ToEven) + TokenZero, 0, 255) - TokenZero) * TokenScale).ToArray()).ToArray();
        double[][] Part(int part) => TinyModel.Projected(rounded, [.. Enumerable.Range(0, TinyModel.Size * TinyModel.Size).Select(i => (double)weights[(i / TinyModel.Size * 3 * TinyModel.Size) + (part * TinyModel.Size) + (i % TinyModel.Size)] * WeightScale)]);
        return new("quantised operator") { Model = m, Result = result, Expected = FormCase.One("encoder.0", new ReferenceAttention().Weights(Part(0), Part(1))) };
    }
}

using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Tests.Captures.Architectures;

/// <summary><c>ai.onnx.Attention</c> of operator sets 23 and 24.</summary>
internal static class StandardAttentionForm
{
    public static IEnumerable<(string Name, Func<FormCase> Make)> Cases =>
    [
        ("standard operator 23, four axes", () => Split("standard operator 23, four axes", 23, [], new())),
        ("standard operator 24, causal", () => Split("standard operator 24, causal", 24, [OnnxAttribute.Of("is_causal", 1)], new() { IsVisible = ReferenceAttention.Causal })),
        ("standard operator 23, scale and soft cap", () => Split("standard operator 23, scale and soft cap", 23, [Wire.Single("scale", 0.3f), Wire.Single("softcap", 0.7f)], new() { Scale = 0.3f, SoftCap = 0.7f })),
        ("standard operator 23, three axes and shared keys", SharedKeys),
        ("standard operator 23, mask", Masked),
    ];

    private static FormCase Split(string name, long opset, OnnxAttribute[] own, ReferenceAttention reference)
    {
        var module = own.Any(a => a.Name == "is_causal") ? "decoder.0" : "encoder.0";
        var m = new TinyModel(opset);
        var result = m.Fused("Attention", [m.Query, m.Key, m.Value], [.. own], domain: "");
        return new(name) { Model = m, Result = result, Expected = FormCase.One(module, reference.Weights(m.Projected(m.QueryWeights), m.Projected(m.KeyWeights))) };
    }

    private static FormCase SharedKeys()
    {
        var m = new TinyModel(23);
        var (wk, wv) = (m.Numbers(TinyModel.Size * TinyModel.HeadSize), m.Numbers(TinyModel.Size * TinyModel.HeadSize));
        var result = m.Fused("Attention", [m.Project(m.Hidden, "gq", m.QueryWeights), m.Narrow("gk", wk), m.Narrow("gv", wv)],
            [OnnxAttribute.Of("q_num_heads", TinyModel.Heads), OnnxAttribute.Of("kv_num_heads", 1)], domain: "");
        var expected = new ReferenceAttention { KeyValueHeads = 1 }.Weights(m.Projected(m.QueryWeights), m.Projected(wk));
        return new("standard operator 23, three axes and shared keys") { Model = m, Result = result, Expected = FormCase.One("encoder.0", expected) };
    }

    private static FormCase Masked()
    {
        var (m, length) = (new TinyModel(23), TinyModel.Ids.Length);
        static bool IsVisible(int i, int j) => j != 2 || i == 2;
        m.Tensors.Add(OnnxTensor.Of("mask", ElementType.Bool, Enumerable.Range(0, length * length).Select(c => IsVisible(c / length, c % length) ? (byte)1 : (byte)0).ToArray(), [length, length]));
        var result = m.Fused("Attention", [m.Query, m.Key, m.Value, "mask"], [], domain: "");
        var expected = new ReferenceAttention { IsVisible = IsVisible }.Weights(m.Projected(m.QueryWeights), m.Projected(m.KeyWeights));
        return new("standard operator 23, mask") { Model = m, Result = result, Expected = FormCase.One("encoder.0", expected) };
    }
}

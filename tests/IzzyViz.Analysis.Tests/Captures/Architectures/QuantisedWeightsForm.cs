using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Tests.Captures.Architectures;

/// <summary>Weights kept as 8-bit integers, and the probabilities rounded on their way to the values: what the graph weighs with is before the rounding.</summary>
internal static class QuantisedWeightsForm
{
    private const float WeightScale = 1 / 120f;

    public static IEnumerable<(string Name, Func<FormCase> Make)> Cases => [("quantise and dequantise, 8 bits", Case)];

    private static FormCase Case()
    {
        var m = new TinyModel();
        var g = m.Graph;
        var scale = m.Keep("weight_scale", [WeightScale]);
        m.Tensors.Add(OnnxTensor.Of("weight_zero", ElementType.Int8, [0], []));
        m.Tensors.Add(OnnxTensor.Of("map_zero", ElementType.UInt8, [0], []));
        string Heads(string name, float[] weights)
        {
            m.Tensors.Add(OnnxTensor.Of(name, ElementType.Int8, System.Runtime.InteropServices.MemoryMarshal.AsBytes<sbyte>(Rounded(weights)), [TinyModel.Size, TinyModel.Size]));
            return m.Heads4(g.Add("MatMul", [m.Hidden, g.Add("DequantizeLinear", [name, scale, "weight_zero"])]));
        }

        var (q, k, v) = (Heads("i8q", m.QueryWeights), Heads("i8k", m.KeyWeights), Heads("i8v", m.ValueWeights));
        var weights = Forms.Softmax(m, g.Add("Mul", [g.Add("MatMul", [q, g.Transpose(k, 0, 1, 3, 2)]), g.Number(TinyModel.Scale, ElementType.Float32)]));
        var mapScale = m.Keep("map_scale", [1 / 255f]);
        var passed = g.Add("DequantizeLinear", [g.Add("QuantizeLinear", [weights, mapScale, "map_zero"]), mapScale, "map_zero"]);
        double[][] Projected(float[] w) => TinyModel.Projected(m.Embedded(), [.. Rounded(w).Select(x => (double)x * WeightScale)]);
        var expected = new ReferenceAttention().Weights(Projected(m.QueryWeights), Projected(m.KeyWeights));
        return new("quantise and dequantise, 8 bits") { Model = m, Result = g.Add("MatMul", [passed, v]), Expected = FormCase.One("encoder.0", expected) };
    }

    private static sbyte[] Rounded(float[] weights) => [.. weights.Select(w => (sbyte)Math.Round(w / WeightScale, MidpointRounding.ToEven))];
}

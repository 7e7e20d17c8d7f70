using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Tests.Captures.Architectures;

/// <summary><c>com.microsoft.MatMulNBits</c>: weights of 4 bits in blocks along the inputs, one scale per block, the zero in the middle at 8.</summary>
internal static class FourBitWeightsForm
{
    private const int Block = 16;
    private const int Zero = 8;
    private const float WeightScale = 1 / 7f;

    public static IEnumerable<(string Name, Func<FormCase> Make)> Cases => [("4-bit weights", Case)];

    private static FormCase Case()
    {
        var m = new TinyModel();
        var g = m.Graph;
        string Heads(string name, float[] weights) => m.Heads4(Projected(m, name, weights));
        var (q, k, v) = (Heads("n4q", m.QueryWeights), Heads("n4k", m.KeyWeights), Heads("n4v", m.ValueWeights));
        var scores = g.Add("Mul", [g.Add("MatMul", [q, g.Transpose(k, 0, 1, 3, 2)]), g.Number(TinyModel.Scale, ElementType.Float32)]);
        double[][] Expected(float[] w) => TinyModel.Projected(m.Embedded(), [.. w.Select(x => (Level(x) - Zero) * (double)WeightScale)]);
        var expected = new ReferenceAttention().Weights(Expected(m.QueryWeights), Expected(m.KeyWeights));
        return new("4-bit weights") { Model = m, Result = g.Add("MatMul", [Forms.Softmax(m, scores), v]), Expected = FormCase.One("encoder.0", expected) };
    }

    /// <summary>Blocks <c>[output, block, byte]</c>, the first of two inputs in the low half of a byte.</summary>
    private static string Projected(TinyModel m, string name, float[] weights)
    {
        var blob = new byte[TinyModel.Size * Block / 2];
        for (var i = 0; i < weights.Length; i++)
        {
            var (input, output) = (i / TinyModel.Size, i % TinyModel.Size);
            blob[(output * Block / 2) + (input / 2)] |= (byte)(Level(weights[i]) << (4 * (input % 2)));
        }

        m.Tensors.Add(OnnxTensor.Of(name, ElementType.UInt8, blob, [TinyModel.Size, 1, Block / 2]));
        var scales = m.Keep(name + "/scales", [.. Enumerable.Repeat(WeightScale, TinyModel.Size)], TinyModel.Size);
        return m.Fused("MatMulNBits", [m.Hidden, name, scales],
            [OnnxAttribute.Of("K", TinyModel.Size), OnnxAttribute.Of("N", TinyModel.Size), OnnxAttribute.Of("bits", 4), OnnxAttribute.Of("block_size", Block)]);
    }

    private static int Level(float weight) => Math.Clamp((int)Math.Round(weight / WeightScale, MidpointRounding.ToEven) + Zero, 0, 15);
}

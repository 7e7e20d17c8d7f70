using System.Runtime.InteropServices;
using IzzyViz.DemoModels.Numerics;

namespace IzzyViz.DemoModels.Onnx;

internal enum WeightFormat
{
    Float32,

    /// <summary>Weight matrices as int8 with one scale a column; activations stay float.</summary>
    Int8,
}

/// <summary>Symmetric int8 quantisation: w ≈ q·s with s = max|w| / 127 over a column.</summary>
internal static class Int8Weights
{
    public static (OnnxTensor Quantised, OnnxTensor Scales) Quantise(string name, Matrix matrix)
    {
        var scales = Scales(matrix);
        var quantised = new sbyte[matrix.Values.Length];
        for (var i = 0; i < quantised.Length; i++)
        {
            quantised[i] = Round(matrix.Values[i], scales[i % matrix.Columns]);
        }

        var data = MemoryMarshal.AsBytes(quantised.AsSpan()).ToArray();
        return (new OnnxTensor($"{name}_quantized", ElementType.Int8, [matrix.Rows, matrix.Columns], data),
            OnnxTensor.Floats($"{name}_scale", [scales.Length], scales));
    }

    /// <summary>Replaces the weights by what is left of them after quantisation.</summary>
    public static void RoundInPlace(Matrix matrix)
    {
        var scales = Scales(matrix);
        for (var i = 0; i < matrix.Values.Length; i++)
        {
            matrix.Values[i] = Round(matrix.Values[i], scales[i % matrix.Columns]) * scales[i % matrix.Columns];
        }
    }

    private static float[] Scales(Matrix matrix)
    {
        var scales = new float[matrix.Columns];
        for (var i = 0; i < matrix.Values.Length; i++)
        {
            scales[i % matrix.Columns] = Math.Max(scales[i % matrix.Columns], Math.Abs(matrix.Values[i]) / 127);
        }

        return scales;
    }

    private static sbyte Round(float value, float scale) => scale == 0 ? (sbyte)0 : (sbyte)MathF.Round(value / scale);
}

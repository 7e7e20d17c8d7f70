using IzzyViz.DemoModels.Numerics;

namespace IzzyViz.DemoModels.Operations;

/// <summary>x·Φ(x), the exact form (Hendrycks and Gimpel 2016), as exporters write it with Erf.</summary>
internal static class Gelu
{
    private const float InverseRootTwo = 0.70710678f;
    private const float InverseRootTwoPi = 0.39894228f;

    public static Matrix Apply(Tape tape, Matrix x)
    {
        var y = tape.New(x.Rows, x.Columns);
        Span<float> input = x.Values, output = y.Values;
        for (var i = 0; i < input.Length; i++)
        {
            output[i] = input[i] * Normal(input[i]);
        }

        tape.Record(() => Backward(x, y));
        return y;
    }

    private static void Backward(Matrix x, Matrix y)
    {
        Span<float> input = x.Values, dx = x.Gradient, dy = y.Gradient;
        for (var i = 0; i < input.Length; i++)
        {
            var density = InverseRootTwoPi * MathF.Exp(-0.5f * input[i] * input[i]);
            dx[i] += dy[i] * (Normal(input[i]) + input[i] * density);
        }
    }

    private static float Normal(float x) => 0.5f * (1 + Erf(x * InverseRootTwo));

    /// <summary>Abramowitz and Stegun 7.1.26; absolute error below 1.5e-7.</summary>
    internal static float Erf(float x)
    {
        var t = 1 / (1 + 0.3275911f * MathF.Abs(x));
        var polynomial = t * (0.254829592f + t * (-0.284496736f + t * (1.421413741f + t * (-1.453152027f + t * 1.061405429f))));
        return MathF.CopySign(1 - polynomial * MathF.Exp(-x * x), x);
    }
}

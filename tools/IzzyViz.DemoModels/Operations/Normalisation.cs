using System.Numerics.Tensors;
using IzzyViz.DemoModels.Numerics;

namespace IzzyViz.DemoModels.Operations;

/// <summary>Layer normalisation (Ba et al. 2016): each row to mean 0 and variance 1, then scaled and shifted.</summary>
internal static class Normalisation
{
    public const float Epsilon = 1e-5f;

    public static Matrix Apply(Tape tape, Matrix x, Matrix scale, Matrix shift)
    {
        var y = tape.New(x.Rows, x.Columns);
        var standard = new Matrix(x.Rows, x.Columns, tape.Scratch(x.Values.Length), []);
        var inverse = tape.Scratch(x.Rows);
        for (var row = 0; row < x.Rows; row++)
        {
            inverse[row] = Standardise(x.Row(row), standard.Row(row));
            TensorPrimitives.MultiplyAdd(standard.Row(row), scale.Values, shift.Values, y.Row(row));
        }

        var scaled = tape.Scratch(x.Columns);
        tape.Record(() => Backward(x, scale, shift, new Pass(y, standard, inverse, scaled)));
        return y;
    }

    private static float Standardise(ReadOnlySpan<float> x, Span<float> standard)
    {
        TensorPrimitives.Subtract(x, TensorPrimitives.Sum(x) / x.Length, standard);
        var inverse = 1 / MathF.Sqrt(TensorPrimitives.SumOfSquares<float>(standard) / x.Length + Epsilon);
        TensorPrimitives.Multiply(standard, inverse, standard);
        return inverse;
    }

    private static void Backward(Matrix x, Matrix scale, Matrix shift, Pass pass)
    {
        var d = pass.Scaled.AsSpan(0, x.Columns);
        for (var row = 0; row < x.Rows; row++)
        {
            Span<float> dy = pass.Output.GradientRow(row), standard = pass.Standard.Row(row), dx = x.GradientRow(row);
            TensorPrimitives.Add(shift.Gradient, dy, shift.Gradient);
            TensorPrimitives.MultiplyAdd(dy, standard, scale.Gradient, scale.Gradient);
            TensorPrimitives.Multiply(dy, scale.Values, d);
            var mean = TensorPrimitives.Sum<float>(d) / d.Length;
            var projection = TensorPrimitives.Dot<float>(d, standard) / d.Length;
            for (var c = 0; c < d.Length; c++)
            {
                dx[c] += (d[c] - mean - standard[c] * projection) * pass.Inverse[row];
            }
        }
    }

    private sealed record Pass(Matrix Output, Matrix Standard, float[] Inverse, float[] Scaled);
}

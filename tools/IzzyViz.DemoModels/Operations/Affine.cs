using System.Numerics.Tensors;
using IzzyViz.DemoModels.Numerics;

namespace IzzyViz.DemoModels.Operations;

/// <summary>y = x·W + b.</summary>
internal static class Affine
{
    public static Matrix Apply(Tape tape, Matrix x, Matrix weight, Matrix? bias)
    {
        var y = tape.New(x.Rows, weight.Columns);
        for (var row = 0; bias is not null && row < y.Rows; row++)
        {
            bias.Values.CopyTo(y.Row(row));
        }

        MatrixProduct.Accumulate(x.View, weight.View, y.View);
        var transposed = tape.Scratch(weight.Rows * weight.Columns);
        tape.Record(() => Backward(x, weight, bias, y, transposed));
        return y;
    }

    private static void Backward(Matrix x, Matrix weight, Matrix? bias, Matrix y, float[] transposed)
    {
        MatrixProduct.Accumulate(y.GradientView, weight.View.TransposeInto(transposed), x.GradientView);
        MatrixProduct.Accumulate(x.View.Transposed, y.GradientView, weight.GradientView);
        for (var row = 0; bias is not null && row < y.Rows; row++)
        {
            TensorPrimitives.Add(bias.Gradient, y.GradientRow(row), bias.Gradient);
        }
    }
}

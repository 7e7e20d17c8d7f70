using System.Numerics.Tensors;
using IzzyViz.DemoModels.Numerics;

namespace IzzyViz.DemoModels.Operations;

/// <summary>y = tanh x.</summary>
internal static class HyperbolicTangent
{
    public static Matrix Apply(Tape tape, Matrix x)
    {
        var y = tape.New(x.Rows, x.Columns);
        TensorPrimitives.Tanh(x.Values, y.Values);
        tape.Record(() =>
        {
            Span<float> output = y.Values, dx = x.Gradient, dy = y.Gradient;
            for (var i = 0; i < output.Length; i++)
            {
                dx[i] += dy[i] * (1 - output[i] * output[i]);
            }
        });
        return y;
    }
}

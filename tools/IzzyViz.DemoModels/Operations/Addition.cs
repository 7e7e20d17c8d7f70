using System.Numerics.Tensors;
using IzzyViz.DemoModels.Numerics;

namespace IzzyViz.DemoModels.Operations;

/// <summary>y = a + b.</summary>
internal static class Addition
{
    public static Matrix Apply(Tape tape, Matrix a, Matrix b)
    {
        var y = tape.New(a.Rows, a.Columns);
        TensorPrimitives.Add(a.Values, b.Values, y.Values);
        tape.Record(() =>
        {
            TensorPrimitives.Add(a.Gradient, y.Gradient, a.Gradient);
            TensorPrimitives.Add(b.Gradient, y.Gradient, b.Gradient);
        });
        return y;
    }
}

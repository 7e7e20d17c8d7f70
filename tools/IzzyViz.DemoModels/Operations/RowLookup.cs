using System.Numerics.Tensors;
using IzzyViz.DemoModels.Numerics;

namespace IzzyViz.DemoModels.Operations;

/// <summary>y[i] = table[rows[i]]: an embedding, or the choice of one token of each sequence.</summary>
internal static class RowLookup
{
    public static Matrix Apply(Tape tape, Matrix table, int[] rows)
    {
        var y = tape.New(rows.Length, table.Columns);
        for (var i = 0; i < rows.Length; i++)
        {
            table.Row(rows[i]).CopyTo(y.Row(i));
        }

        tape.Record(() =>
        {
            for (var i = 0; i < rows.Length; i++)
            {
                var gradient = table.GradientRow(rows[i]);
                TensorPrimitives.Add(gradient, y.GradientRow(i), gradient);
            }
        });
        return y;
    }
}

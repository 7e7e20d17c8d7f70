using System.Numerics.Tensors;
using IzzyViz.DemoModels.Numerics;

namespace IzzyViz.DemoModels.Operations;

/// <summary>Mean of -ln softmax(logits)[target] over the rows that have a target.</summary>
internal static class CrossEntropy
{
    /// <summary>The target of a row that nothing is asked of.</summary>
    public const int Ignored = -100;

    /// <returns>The loss in nats; its gradient is seeded by the tape's backward pass.</returns>
    public static double Apply(Tape tape, Matrix logits, int[] targets)
    {
        var probabilities = new Matrix(logits.Rows, logits.Columns, tape.Scratch(logits.Values.Length), []);
        var count = targets.Count(target => target != Ignored);
        var loss = 0.0;
        for (var row = 0; row < targets.Length; row++)
        {
            if (targets[row] != Ignored)
            {
                TensorPrimitives.SoftMax(logits.Row(row), probabilities.Row(row));
                loss -= Math.Log(Math.Max(probabilities.Row(row)[targets[row]], float.Epsilon));
            }
        }

        tape.Record(() => Backward(logits, targets, probabilities, count));
        return loss / count;
    }

    private static void Backward(Matrix logits, int[] targets, Matrix probabilities, int count)
    {
        for (var row = 0; row < targets.Length; row++)
        {
            if (targets[row] != Ignored)
            {
                var gradient = logits.GradientRow(row);
                TensorPrimitives.MultiplyAdd(probabilities.Row(row), 1f / count, gradient, gradient);
                gradient[targets[row]] -= 1f / count;
            }
        }
    }
}

using System.Numerics.Tensors;
using IzzyViz.DemoModels.Layers;

namespace IzzyViz.DemoModels.Training;

/// <summary>
/// Adam (Kingma and Ba 2015) with the gradient cut to a norm of one, and weight decay apart from it (Loshchilov and Hutter 2019).
/// </summary>
internal sealed class Adam(ParameterSet parameters, float weightDecay)
{
    private const float MeanDecay = 0.9f;
    private const float VarianceDecay = 0.98f;
    private const float Epsilon = 1e-8f;
    private const double MaxNorm = 1;

    private readonly float[][] _means = [.. parameters.All.Select(p => new float[p.Matrix.Values.Length])];
    private readonly float[][] _variances = [.. parameters.All.Select(p => new float[p.Matrix.Values.Length])];
    private int _step;

    /// <summary>Moves the weights and clears the gradients.</summary>
    public void Step(float rate)
    {
        _step++;
        var norm = Math.Sqrt(parameters.All.Sum(p => (double)TensorPrimitives.SumOfSquares<float>(p.Matrix.Gradient)));
        var clip = (float)Math.Min(1, MaxNorm / Math.Max(norm, 1e-12));
        for (var i = 0; i < _means.Length; i++)
        {
            var matrix = parameters.All[i].Matrix;
            TensorPrimitives.Multiply(matrix.Gradient, clip, matrix.Gradient);
            Update(matrix.Values, matrix.Gradient, i, rate);
            matrix.Gradient.Clear();
        }
    }

    private void Update(Span<float> values, Span<float> gradient, int index, float rate)
    {
        var meanCorrection = 1 - MathF.Pow(MeanDecay, _step);
        var varianceCorrection = 1 - MathF.Pow(VarianceDecay, _step);
        float[] means = _means[index], variances = _variances[index];
        for (var i = 0; i < values.Length; i++)
        {
            means[i] = MeanDecay * means[i] + (1 - MeanDecay) * gradient[i];
            variances[i] = VarianceDecay * variances[i] + (1 - VarianceDecay) * gradient[i] * gradient[i];
            var step = means[i] / meanCorrection / (MathF.Sqrt(variances[i] / varianceCorrection) + Epsilon);
            values[i] -= rate * (step + weightDecay * values[i]);
        }
    }
}

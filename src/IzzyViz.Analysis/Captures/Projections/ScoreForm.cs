using System.Numerics.Tensors;

namespace IzzyViz.Analysis.Captures.Projections;

/// <summary>What is added to scores and how they are bent, where an operator does so itself.</summary>
/// <param name="Values">Broadcast against <c>[batch, head, query, key]</c>; empty for nothing.</param>
internal sealed record ScoreForm(float[] Values, long[] Dims, float Scale, float Cap)
{
    public void Bend(Span<float> scores)
    {
        if (Cap > 0)
        {
            TensorPrimitives.Multiply(scores, Scale / Cap, scores);
            TensorPrimitives.Tanh(scores, scores);
            TensorPrimitives.Multiply(scores, Cap, scores);
        }
    }

    public float Bias(int example, int head, int query, int key)
    {
        ReadOnlySpan<int> at = [example, head, query, key];
        long index = 0;
        for (var i = 0; i < Dims.Length; i++)
        {
            var place = at[4 - Dims.Length + i];
            index = (index * Dims[i]) + (Dims[i] == 1 ? 0 : place);
        }

        return Values.Length == 0 ? 0 : Values[index];
    }
}

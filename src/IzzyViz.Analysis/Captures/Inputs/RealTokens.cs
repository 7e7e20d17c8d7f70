using System.Numerics.Tensors;
using Tensor = IzzyViz.Analysis.Tensors.Tensor;

namespace IzzyViz.Analysis.Captures.Inputs;

/// <summary>Which tokens of a batch are not padding, where a mask was fed.</summary>
/// <param name="Mask"><c>[batch, token]</c>, or null where nothing is padded.</param>
internal sealed record RealTokens(Tensor? Mask)
{
    public static readonly RealTokens All = new((Tensor?)null);

    private readonly long[] _values = Mask?.ToInt64s() ?? [];

    private int Length => Mask is null ? 0 : (int)Mask.Dims[^1];

    /// <summary>Queries are the last tokens of the mask.</summary>
    public bool IsQuery(int example, int query, int queries) => IsReal(example, query + Length - queries);

    public bool IsKey(int example, int key, int keys) => IsReal(example, key + Length - keys);

    /// <summary>Whether any key from one on counts.</summary>
    public bool HasKey(int example, int from, int keys)
    {
        while (from < keys && !IsKey(example, from, keys))
        {
            from++;
        }

        return from < keys;
    }

    /// <summary>The largest magnitude among the weights of keys from one on that count.</summary>
    public float Largest(ReadOnlySpan<float> weights, int example, int from, int keys)
    {
        var largest = TensorPrimitives.MaxMagnitude(weights);
        if (largest == 0 || Length == 0)
        {
            return largest;
        }

        float real = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            real = weights[i] != 0 && IsKey(example, from + i, keys) ? weights[i] : real;
        }

        return real;
    }

    private bool IsReal(int example, int token)
    {
        var index = (example * Length) + token;
        return Length == 0 || token < 0 || index >= _values.Length || _values[index] != 0;
    }
}

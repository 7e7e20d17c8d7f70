using System.Collections.Immutable;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Benchmarks.Captures;

/// <summary>Tensors of random numbers, the same in every run.</summary>
internal sealed class RandomWeights
{
    private readonly Random _random = new(7);
    private readonly List<OnnxTensor> _tensors = [];

    public IReadOnlyList<OnnxTensor> Tensors => _tensors;

    public string Add(OnnxTensor tensor)
    {
        _tensors.Add(tensor);
        return tensor.Name;
    }

    public string Add(string name, float spread, params ImmutableArray<long> dims)
    {
        var values = new float[dims.Aggregate(1L, (p, d) => p * d)];
        foreach (ref var value in values.AsSpan())
        {
            value = ((_random.NextSingle() * 2) - 1) * spread;
        }

        return Add(OnnxTensor.Of(name, values, dims));
    }

    /// <summary>Weights of a layer, spread so that what comes out is about as large as what goes in.</summary>
    public string Square(string name, long from, long to) => Add(name, MathF.Sqrt(3f / from), from, to);

    /// <summary>The same in 8 bits.</summary>
    public string Bytes(string name, long from, long to)
    {
        var values = new byte[from * to];
        _random.NextBytes(values);
        return Add(OnnxTensor.Of(name, ElementType.UInt8, values, [from, to]));
    }
}

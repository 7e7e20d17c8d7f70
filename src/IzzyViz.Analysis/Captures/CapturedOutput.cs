using System.Collections.Immutable;
using IzzyViz.Analysis.Captures.Running;
using Microsoft.ML.OnnxRuntime;

namespace IzzyViz.Analysis.Captures;

/// <summary>One of the model's own outputs. The memory belongs to the capture and ends with it.</summary>
public sealed class CapturedOutput
{
    private readonly OrtValue _value;

    internal CapturedOutput(OrtValue value) => (_value, Dims) = (value, [.. value.Shape()]);

    public ImmutableArray<long> Dims { get; }

    /// <summary>The values as 32-bit floats, row-major.</summary>
    public ReadOnlySpan<float> Values => _value.Singles();

    internal Tensors.Tensor ToTensor() => _value.ToTensor();
}

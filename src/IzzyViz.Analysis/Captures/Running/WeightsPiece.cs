using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace IzzyViz.Analysis.Captures.Running;

/// <summary>An array, or memory of the runtime by its address: asking for a span anew costs more than reading a row.</summary>
internal sealed unsafe class WeightsPiece
{
    private readonly float[]? _copy;
    private readonly OrtValue? _value;
    private readonly float* _place;
    private readonly int _length;

    private WeightsPiece(float[] copy) => (_copy, _length) = (copy, copy.Length);

    private WeightsPiece(OrtValue value)
    {
        var span = value.Singles();
        _place = (float*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(span));
        (_value, _length) = (value, span.Length);
    }

    public static WeightsPiece Of(OrtValue value) => new(value);

    public static WeightsPiece Of(float[] copy) => new(copy);

    public ReadOnlySpan<float> Slice(long start, int length)
    {
        GC.KeepAlive(_value);
        return (_copy is null ? new ReadOnlySpan<float>(_place, _length) : _copy).Slice((int)start, length);
    }
}

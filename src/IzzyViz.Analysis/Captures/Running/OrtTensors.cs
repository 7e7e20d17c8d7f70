using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using IzzyViz.Analysis.Onnx;
using Tensor = IzzyViz.Analysis.Tensors.Tensor;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace IzzyViz.Analysis.Captures.Running;

/// <summary>Between our tensors and the runtime's.</summary>
internal static class OrtTensors
{
    public static OrtValue ToOrt(this Tensor tensor)
    {
        var value = OrtValue.CreateAllocatedTensorValue(OrtAllocator.DefaultInstance, (TensorElementType)(int)tensor.Type, [.. tensor.Dims]);
        if (tensor.Bytes.Length > 0)
        {
            tensor.Bytes.Span.CopyTo(value.GetTensorMutableRawData());
        }

        return value;
    }

    public static long[] Shape(this OrtValue value) => value.GetTensorTypeAndShape().Shape;

    public static ElementType Type(this OrtValue value) => (ElementType)(int)value.GetTensorTypeAndShape().ElementDataType;

    /// <summary>The values as 32-bit floats: in place where they are, widened where they are halves.</summary>
    public static ReadOnlySpan<float> Singles(this OrtValue value)
    {
        switch (value.Type())
        {
            case ElementType.Float32:
                return value.GetTensorDataAsSpan<float>();
            case ElementType.Float16:
                var halves = MemoryMarshal.Cast<Float16, Half>(value.GetTensorDataAsSpan<Float16>());
                var wide = new float[halves.Length];
                TensorPrimitives.ConvertToSingle(halves, wide);
                return wide;
            default:
                return value.ToTensor().ToSingles();
        }
    }

    public static Tensor ToTensor(this OrtValue value) => value.Type() switch
    {
        ElementType.Float32 => Copy<float>(value),
        ElementType.Float16 => Copy<Float16>(value),
        ElementType.BFloat16 => Copy<BFloat16>(value),
        ElementType.Float64 => Copy<double>(value),
        ElementType.Int64 => Copy<long>(value),
        ElementType.Int32 => Copy<int>(value),
        ElementType.Int16 => Copy<short>(value),
        ElementType.UInt16 => Copy<ushort>(value),
        ElementType.Bool => Copy<bool>(value),
        ElementType.Int8 => Copy<sbyte>(value),
        _ => Copy<byte>(value),
    };

    private static Tensor Copy<T>(OrtValue value) where T : unmanaged =>
        new(value.Type(), [.. value.Shape()], MemoryMarshal.AsBytes(value.GetTensorDataAsSpan<T>()).ToArray());
}

using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace IzzyViz.DemoModels.Onnx;

/// <summary>Element types by their number in TensorProto.DataType.</summary>
internal enum ElementType
{
    Float = 1,
    Int8 = 3,
    Int64 = 7,
    Bool = 9,
}

internal sealed record OnnxTensor(string Name, ElementType Type, ImmutableArray<long> Shape, byte[] Data)
{
    public static OnnxTensor Floats(string name, ImmutableArray<long> shape, ReadOnlySpan<float> values) =>
        new(name, ElementType.Float, shape, MemoryMarshal.AsBytes(values).ToArray());

    public static OnnxTensor Integers(string name, ImmutableArray<long> shape, ReadOnlySpan<long> values) =>
        new(name, ElementType.Int64, shape, MemoryMarshal.AsBytes(values).ToArray());

    public WireMessage ToWire() =>
        new WireMessage().Each(Shape, (m, size) => m.Number(1, size)).Number(2, (int)Type).Text(8, Name).Bytes(9, Data);
}

/// <summary>A whole number, or several, or a real number.</summary>
internal sealed record OnnxAttribute(string Name)
{
    public long? Integer { get; init; }

    public ImmutableArray<long>? Integers { get; init; }

    public float? Real { get; init; }

    public static OnnxAttribute Of(string name, long value) => new(name) { Integer = value };

    public static OnnxAttribute Of(string name, float value) => new(name) { Real = value };

    public static OnnxAttribute Of(string name, params long[] values) => new(name) { Integers = [.. values] };

    public WireMessage ToWire()
    {
        var message = new WireMessage().Text(1, Name);
        return this switch
        {
            { Real: { } real } => message.Single(2, real).Number(20, 1),
            { Integer: { } integer } => message.Number(3, integer).Number(20, 2),
            _ => message.Each(Integers!.Value, (m, value) => m.Number(8, value)).Number(20, 7),
        };
    }
}

internal sealed record OnnxNode(string Operator, string Name, ImmutableArray<string> Inputs, string Output)
{
    public ImmutableArray<OnnxAttribute> Attributes { get; init; } = [];

    /// <param name="rename">Graph outputs have names of their own.</param>
    public WireMessage ToWire(Func<string, string> rename) => new WireMessage()
        .Each(Inputs, (m, input) => m.Text(1, rename(input)))
        .Text(2, rename(Output)).Text(3, Name).Text(4, Operator)
        .Each(Attributes, (m, attribute) => m.Nested(5, attribute.ToWire()));
}

/// <param name="Shape">Sizes, or names of dynamic axes.</param>
internal sealed record OnnxPort(string Name, ElementType Type, ImmutableArray<string> Shape)
{
    public WireMessage ToWire()
    {
        var shape = new WireMessage().Each(Shape, (m, axis) => m.Nested(1, Dimension(axis)));
        var tensor = new WireMessage().Number(1, (int)Type).Nested(2, shape);
        return new WireMessage().Text(1, Name).Nested(2, new WireMessage().Nested(1, tensor));
    }

    private static WireMessage Dimension(string axis) =>
        long.TryParse(axis, out var size) ? new WireMessage().Number(1, size) : new WireMessage().Text(2, axis);
}

using System.Collections.Immutable;

namespace IzzyViz.Analysis.Onnx;

/// <summary>A named tensor type: graph input, output or something in between.</summary>
internal sealed record OnnxValue
{
    public required string Name { get; init; }

    public ElementType Type { get; init; }

    /// <summary>Null where no shape is written; an empty array is a scalar.</summary>
    public ImmutableArray<OnnxDimension>? Dims { get; init; }

    /// <summary>The message as read or built.</summary>
    public required ReadOnlyMemory<byte> Raw { get; init; }

    public static OnnxValue Of(string name, ElementType type = ElementType.Undefined)
    {
        var writer = new WireWriter().Text(1, name);
        if (type != ElementType.Undefined)
        {
            writer.Message(2, new WireWriter().Message(1, new WireWriter().Int64(1, (int)type)));
        }

        return new() { Name = name, Type = type, Raw = writer.ToArray() };
    }

    /// <summary>A tensor of fixed sizes.</summary>
    public static OnnxValue Of(string name, ElementType type, ReadOnlySpan<long> sizes)
    {
        var shape = new WireWriter();
        foreach (var size in sizes)
        {
            shape.Message(1, new WireWriter().Int64(1, size));
        }

        var tensor = new WireWriter().Int64(1, (int)type).Message(2, shape);
        return new() { Name = name, Type = type, Raw = new WireWriter().Text(1, name).Message(2, new WireWriter().Message(1, tensor)).ToArray() };
    }
}

/// <summary>A fixed size, or a symbol for a size that the caller chooses; neither where nothing is said.</summary>
internal readonly record struct OnnxDimension(long? Size, string? Symbol)
{
    public override string ToString() => Size?.ToString() ?? Symbol ?? "?";
}

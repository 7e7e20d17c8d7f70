using System.Collections.Immutable;

namespace IzzyViz.Analysis.Onnx;

internal sealed record OnnxAttribute
{
    public required string Name { get; init; }

    public long? Int { get; init; }

    public float? Float { get; init; }

    public string? Text { get; init; }

    public ImmutableArray<long> Ints { get; init; } = [];

    public OnnxTensor? Tensor { get; init; }

    public ImmutableArray<OnnxGraph> Graphs { get; init; } = [];

    /// <summary>Inside a function: the call's attribute that this one stands for.</summary>
    public string? Reference { get; init; }

    /// <summary>The attribute message as read or built; this is what is written.</summary>
    public required ReadOnlyMemory<byte> Raw { get; init; }

    public static OnnxAttribute Of(string name, long value) => new()
    {
        Name = name,
        Int = value,
        Raw = new WireWriter().Text(1, name).Int64(3, value).Int64(20, 2).ToArray(),
    };

    public static OnnxAttribute Of(string name, ImmutableArray<long> values)
    {
        var writer = new WireWriter().Text(1, name);
        foreach (var value in values)
        {
            writer.Int64(8, value);
        }

        return new() { Name = name, Ints = values, Raw = writer.Int64(20, 7).ToArray() };
    }

    /// <summary>The same value under another name, for functions whose attribute is the call's.</summary>
    public OnnxAttribute Renamed(string name)
    {
        var writer = new WireWriter().Text(1, name);
        var reader = new WireReader(Raw);
        while (reader.Next())
        {
            var field = reader.Field;
            var bytes = reader.Skip();
            if (field != 1)
            {
                writer.Verbatim(bytes.Span);
            }
        }

        return this with { Name = name, Raw = writer.ToArray() };
    }
}

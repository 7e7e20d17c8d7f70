using System.Collections.Immutable;
using System.Globalization;

namespace IzzyViz.Analysis.Onnx;

/// <summary>Tensors and value types from their messages.</summary>
internal static class TensorSkimmer
{
    private const int MostTypedInts = 4096;

    public static OnnxTensor Tensor(ReadOnlyMemory<byte> bytes)
    {
        var tensor = new OnnxTensor { Raw = bytes };
        var (dims, typed, external) = (new List<long>(), new List<long>(), new Dictionary<string, string>(StringComparer.Ordinal));
        var isExternal = false;
        var reader = new WireReader(bytes);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1: reader.Int64s(dims); break;
                case 2: tensor = tensor with { Type = (ElementType)reader.Int64() }; break;
                case 5 or 7 when typed.Count < MostTypedInts: reader.Int64s(typed); break;
                case 8: tensor = tensor with { Name = reader.Text() }; break;
                case 9: tensor = tensor with { Data = reader.Bytes() }; break;
                case 13: AddPair(external, reader.Bytes()); break;
                case 14: isExternal = reader.Int64() == 1; break;
                default: reader.Skip(); break;
            }
        }

        return Checked(tensor with { Dims = [.. dims], TypedInts = [.. typed], External = isExternal ? External(external) : null });
    }

    /// <summary>All integers of a tensor that keeps them in typed fields, however many.</summary>
    public static IReadOnlyList<long> TypedInts(OnnxTensor tensor)
    {
        var values = new List<long>();
        var reader = new WireReader(tensor.Raw);
        while (reader.Next())
        {
            if (reader.Field is 5 or 7)
            {
                reader.Int64s(values);
            }
            else
            {
                reader.Skip();
            }
        }

        return values;
    }

    public static OnnxValue Value(ReadOnlyMemory<byte> bytes)
    {
        var value = new OnnxValue { Name = "", Raw = bytes };
        var reader = new WireReader(bytes);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1: value = value with { Name = reader.Text() }; break;
                case 2: value = TensorType(value, Inner(reader.Bytes(), 1)); break;
                default: reader.Skip(); break;
            }
        }

        return value;
    }

    /// <summary>A key and a value from a string entry.</summary>
    public static (string Key, string Value) Pair(ReadOnlyMemory<byte> bytes)
    {
        var (key, value) = ("", "");
        var reader = new WireReader(bytes);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1: key = reader.Text(); break;
                case 2: value = reader.Text(); break;
                default: reader.Skip(); break;
            }
        }

        return (key, value);
    }

    private static OnnxTensor Checked(OnnxTensor tensor)
    {
        double count = 1;
        foreach (var dim in tensor.Dims)
        {
            count *= dim >= 0 ? dim : throw new InvalidDataException($"tensor '{tensor.Name}' has a negative size");
        }

        return count <= long.MaxValue / 16 ? tensor : throw new InvalidDataException($"tensor '{tensor.Name}' has more elements than can be addressed");
    }

    private static void AddPair(Dictionary<string, string> pairs, ReadOnlyMemory<byte> bytes)
    {
        var (key, value) = Pair(bytes);
        pairs[key] = value;
    }

    private static ExternalData External(Dictionary<string, string> pairs) => new(
        pairs.GetValueOrDefault("location", ""), Number(pairs.GetValueOrDefault("offset"), 0), Number(pairs.GetValueOrDefault("length"), -1));

    private static long Number(string? text, long fallback) => text is null ? fallback
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n
        : throw new InvalidDataException($"external data has the position '{text}'");

    private static ReadOnlyMemory<byte> Inner(ReadOnlyMemory<byte> bytes, int field)
    {
        var reader = new WireReader(bytes);
        while (reader.Next())
        {
            if (reader.Field == field)
            {
                return reader.Bytes();
            }

            reader.Skip();
        }

        return default;
    }

    private static OnnxValue TensorType(OnnxValue value, ReadOnlyMemory<byte> bytes)
    {
        var reader = new WireReader(bytes);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1: value = value with { Type = (ElementType)reader.Int64() }; break;
                case 2: value = value with { Dims = Shape(reader.Bytes()) }; break;
                default: reader.Skip(); break;
            }
        }

        return value;
    }

    private static ImmutableArray<OnnxDimension> Shape(ReadOnlyMemory<byte> bytes)
    {
        var dims = ImmutableArray.CreateBuilder<OnnxDimension>();
        var reader = new WireReader(bytes);
        while (reader.Next())
        {
            if (reader.Field == 1)
            {
                dims.Add(Dimension(reader.Bytes()));
            }
            else
            {
                reader.Skip();
            }
        }

        return dims.ToImmutable();
    }

    private static OnnxDimension Dimension(ReadOnlyMemory<byte> bytes)
    {
        var dimension = default(OnnxDimension);
        var reader = new WireReader(bytes);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1: dimension = new(reader.Int64(), null); break;
                case 2: dimension = new(null, reader.Text()); break;
                default: reader.Skip(); break;
            }
        }

        return dimension;
    }
}

using System.Collections.Immutable;

namespace IzzyViz.Analysis.Onnx;

/// <summary>Names of tensors with their types, from their messages.</summary>
internal static class ValueSkimmer
{
    /// <summary>What NumPy takes at most; no operator of a transformer needs a tenth.</summary>
    public const int MostAxes = 64;

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

        return dims.Count <= MostAxes ? dims.ToImmutable() : throw new InvalidDataException($"a shape has {dims.Count} axes");
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

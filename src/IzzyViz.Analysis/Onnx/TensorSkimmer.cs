using System.Globalization;

namespace IzzyViz.Analysis.Onnx;

/// <summary>Tensors from their messages; their data is stepped over.</summary>
internal static class TensorSkimmer
{
    /// <summary>More than any shape or list of axes has; what is longer is weights.</summary>
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
                case 5 or 7: reader.Int64s(typed, MostTypedInts + 1); break;
                case 8: tensor = tensor with { Name = reader.Text() }; break;
                case 9: tensor = tensor with { Data = reader.Bytes() }; break;
                case 13: AddEntry(external, reader.Bytes()); break;
                case 14: isExternal = reader.Int64() == 1; break;
                default: reader.Skip(); break;
            }
        }

        return Checked(tensor with { Dims = [.. dims], TypedInts = typed.Count > MostTypedInts ? [] : [.. typed], External = isExternal ? External(external) : null });
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

    private static OnnxTensor Checked(OnnxTensor tensor)
    {
        if (tensor.Dims.Length > ValueSkimmer.MostAxes)
        {
            throw new InvalidDataException($"tensor '{tensor.Name}' has {tensor.Dims.Length} axes");
        }

        double count = 1;
        foreach (var dim in tensor.Dims)
        {
            count *= dim >= 0 ? dim : throw new InvalidDataException($"tensor '{tensor.Name}' has a negative size");
        }

        return count <= long.MaxValue / 16 ? tensor : throw new InvalidDataException($"tensor '{tensor.Name}' has more elements than can be addressed");
    }

    private static void AddEntry(Dictionary<string, string> pairs, ReadOnlyMemory<byte> bytes)
    {
        var entry = StringEntry.Read(bytes);
        pairs[entry.Key] = entry.Value();
    }

    private static ExternalData External(Dictionary<string, string> pairs) => new(
        pairs.GetValueOrDefault("location", ""), Number(pairs.GetValueOrDefault("offset"), 0), Number(pairs.GetValueOrDefault("length"), -1));

    private static long Number(string? text, long fallback) => text is null ? fallback
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n
        : throw new InvalidDataException($"external data has the position '{text}'");
}

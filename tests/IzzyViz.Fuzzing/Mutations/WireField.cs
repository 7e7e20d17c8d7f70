using Google.Protobuf;

namespace IzzyViz.Fuzzing.Mutations;

/// <summary>A field of a protobuf message, taken apart as far as it goes.</summary>
internal sealed class WireField
{
    private const int Deepest = 40;

    public required uint Tag { get; init; }

    public ulong Number { get; set; }

    public byte[] Bytes { get; set; } = [];

    /// <summary>The fields inside, if the bytes can be read as a message; what is written then.</summary>
    public List<WireField>? Inside { get; private set; }

    /// <summary>The fields of a message; null where the bytes are none.</summary>
    public static List<WireField>? Parse(byte[] bytes, int depth = 0)
    {
        try
        {
            var fields = new List<WireField>();
            using var input = new CodedInputStream(bytes);
            while (input.ReadTag() is > 0 and var tag)
            {
                fields.Add(Value(input, tag, depth));
            }

            return fields;
        }
        catch (InvalidProtocolBufferException)
        {
            return null;
        }
    }

    public static byte[] Write(IEnumerable<WireField> fields)
    {
        using var stream = new MemoryStream();
        using (var output = new CodedOutputStream(stream, leaveOpen: true))
        {
            foreach (var field in fields)
            {
                field.Write(output);
            }
        }

        return stream.ToArray();
    }

    private static WireField Value(CodedInputStream input, uint tag, int depth)
    {
        switch (WireFormat.GetTagWireType(tag))
        {
            case WireFormat.WireType.Varint:
                return new() { Tag = tag, Number = input.ReadUInt64() };
            case WireFormat.WireType.Fixed32:
                return new() { Tag = tag, Number = input.ReadFixed32() };
            case WireFormat.WireType.Fixed64:
                return new() { Tag = tag, Number = input.ReadFixed64() };
            default:
                var bytes = input.ReadBytes().ToByteArray();
                return new() { Tag = tag, Bytes = bytes, Inside = depth < Deepest && bytes.Length > 0 ? Parse(bytes, depth + 1) : null };
        }
    }

    private void Write(CodedOutputStream output)
    {
        output.WriteTag(Tag);
        switch (WireFormat.GetTagWireType(Tag))
        {
            case WireFormat.WireType.Varint:
                output.WriteUInt64(Number);
                break;
            case WireFormat.WireType.Fixed32:
                output.WriteFixed32((uint)Number);
                break;
            case WireFormat.WireType.Fixed64:
                output.WriteFixed64(Number);
                break;
            default:
                output.WriteBytes(ByteString.CopyFrom(Inside is null ? Bytes : Write(Inside)));
                break;
        }
    }
}

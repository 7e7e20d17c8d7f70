using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace IzzyViz.Analysis.Onnx;

/// <summary>Writes protobuf fields; calls chain.</summary>
internal sealed class WireWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public ReadOnlyMemory<byte> Written => _bytes.WrittenMemory;

    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();

    public WireWriter Int64(int field, long value) => Varint((ulong)field << 3).Varint((ulong)value);

    public WireWriter Single(int field, float value)
    {
        Varint(((ulong)field << 3) | 5);
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteSingleLittleEndian(bytes, value);
        _bytes.Write(bytes);
        return this;
    }

    public WireWriter Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    public WireWriter Message(int field, WireWriter message) => Bytes(field, message.Written.Span);

    public WireWriter Bytes(int field, ReadOnlySpan<byte> value)
    {
        Varint(((ulong)field << 3) | 2).Varint((ulong)value.Length);
        _bytes.Write(value);
        return this;
    }

    /// <summary>Fields copied as they are, tags included.</summary>
    public WireWriter Verbatim(ReadOnlySpan<byte> fields)
    {
        _bytes.Write(fields);
        return this;
    }

    private WireWriter Varint(ulong value)
    {
        while (value >= 128)
        {
            Byte((byte)(value | 128));
            value >>= 7;
        }

        Byte((byte)value);
        return this;
    }

    private void Byte(byte value)
    {
        _bytes.GetSpan(1)[0] = value;
        _bytes.Advance(1);
    }
}

using Google.Protobuf;

namespace IzzyViz.DemoModels.Onnx;

/// <summary>One protocol-buffers message under construction. The field numbers are those of onnx.proto.</summary>
internal sealed class WireMessage
{
    private readonly List<Action<CodedOutputStream>> _fields = [];

    public WireMessage Text(int field, string value) =>
        Add(field, WireFormat.WireType.LengthDelimited, output => output.WriteString(value));

    public WireMessage Number(int field, long value) => Add(field, WireFormat.WireType.Varint, output => output.WriteInt64(value));

    public WireMessage Single(int field, float value) => Add(field, WireFormat.WireType.Fixed32, output => output.WriteFloat(value));

    public WireMessage Bytes(int field, byte[] value) =>
        Add(field, WireFormat.WireType.LengthDelimited, output => output.WriteBytes(ByteString.CopyFrom(value)));

    public WireMessage Nested(int field, WireMessage value) => Bytes(field, value.ToArray());

    public WireMessage Each<T>(IEnumerable<T> items, Func<WireMessage, T, WireMessage> write) => items.Aggregate(this, write);

    public byte[] ToArray()
    {
        using var bytes = new MemoryStream();
        using (var output = new CodedOutputStream(bytes, leaveOpen: true))
        {
            _fields.ForEach(write => write(output));
        }

        return bytes.ToArray();
    }

    private WireMessage Add(int field, WireFormat.WireType type, Action<CodedOutputStream> write)
    {
        _fields.Add(output =>
        {
            output.WriteTag(field, type);
            write(output);
        });
        return this;
    }
}

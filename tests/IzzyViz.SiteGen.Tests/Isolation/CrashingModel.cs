using System.Buffers.Binary;
using System.Text;
using Google.Protobuf;

namespace IzzyViz.SiteGen.Tests.Isolation;

/// <summary>
/// A model that ends the process of ONNX Runtime 1.31: its token ids first go through a division of the least int64 by -1, whose result no int64 holds,
/// and the processor's fault (SIGFPE) is caught by nobody. Every part of it is valid ONNX.
/// </summary>
internal static class CrashingModel
{
    private const int Graph = 7;
    private const int Node = 1;

    /// <summary>Puts the division before everything else in a model file that takes <c>input_ids</c>.</summary>
    public static void Spoil(string path) => File.WriteAllBytes(path, Edit(File.ReadAllBytes(path), (field, body) => field == Graph ? Spoiled(body) : body));

    private static byte[] Spoiled(byte[] graph) =>
    [
        .. Number("least", long.MinValue), .. Number("minus", -1), .. Number("nothing", 0),
        .. NodeOf("Mul", "zeros", "input_ids", "nothing"), .. NodeOf("Add", "divisor", "zeros", "minus"), .. NodeOf("Add", "dividend", "zeros", "least"),
        .. NodeOf("Div", "quotient", "dividend", "divisor"), .. NodeOf("Mul", "rest", "quotient", "nothing"), .. NodeOf("Add", "input_idz", "input_ids", "rest"),
        .. Edit(graph, (field, body) => field == Node ? Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(body).Replace("input_ids", "input_idz", StringComparison.Ordinal)) : body),
    ];

    private static byte[] NodeOf(string op, string output, params string[] inputs) => Field(Node, [.. inputs.SelectMany(i => Text(1, i)), .. Text(2, output), .. Text(4, op)]);

    /// <summary>A scalar: element type 7 (int64), its name, its bytes.</summary>
    private static byte[] Number(string name, long value)
    {
        var raw = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(raw, value);
        return Field(5, [2 << 3, 7, .. Text(8, name), .. Field(9, raw)]);
    }

    private static byte[] Text(int field, string text) => Field(field, Encoding.UTF8.GetBytes(text));

    private static byte[] Field(int field, byte[] body) => Written(to =>
    {
        to.WriteTag(field, WireFormat.WireType.LengthDelimited);
        to.WriteBytes(ByteString.CopyFrom(body));
    });

    /// <summary>A message with the bodies of its fields replaced.</summary>
    private static byte[] Edit(byte[] message, Func<int, byte[], byte[]> replace)
    {
        var edited = new List<byte>();
        var from = new CodedInputStream(message);
        while (from.ReadTag() is var tag and not 0)
        {
            var (field, isBody) = (WireFormat.GetTagFieldNumber(tag), WireFormat.GetTagWireType(tag) == WireFormat.WireType.LengthDelimited);
            edited.AddRange(isBody ? Field(field, replace(field, from.ReadBytes().ToByteArray())) : Plain(tag, from.ReadUInt64()));
        }

        return [.. edited];
    }

    private static byte[] Plain(uint tag, ulong value) => Written(to =>
    {
        to.WriteTag(tag);
        to.WriteUInt64(value);
    });

    private static byte[] Written(Action<CodedOutputStream> write)
    {
        using var bytes = new MemoryStream();
        using var to = new CodedOutputStream(bytes);
        write(to);
        to.Flush();
        return bytes.ToArray();
    }
}

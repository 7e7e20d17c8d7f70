using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace IzzyViz.Analysis.Storage;

/// <summary>The address of a result: SHA-256 over everything it depends on, as ordered names and values. The same parts in another order are another key.</summary>
public readonly record struct StoreKey
{
    private StoreKey(string hex) => Hex = hex;

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public string Hex { get; }

    /// <param name="parts">All that the result depends on; names and values may be any text.</param>
    public static StoreKey Of(params ReadOnlySpan<(string Name, string Value)> parts)
    {
        var bytes = new ArrayBufferWriter<byte>();
        foreach (var (name, value) in parts)
        {
            Append(bytes, name);
            Append(bytes, value);
        }

        return new(Convert.ToHexStringLower(SHA256.HashData(bytes.WrittenSpan)));
    }

    public override string ToString() => Hex;

    internal byte[] ToBytes() => Convert.FromHexString(Hex);

    // Lengths in front keep ("ab", "c") and ("a", "bc") apart.
    private static void Append(ArrayBufferWriter<byte> bytes, string text)
    {
        BinaryPrimitives.WriteInt32LittleEndian(bytes.GetSpan(sizeof(int)), Encoding.UTF8.GetByteCount(text));
        bytes.Advance(sizeof(int));
        Encoding.UTF8.GetBytes(text, bytes);
    }
}

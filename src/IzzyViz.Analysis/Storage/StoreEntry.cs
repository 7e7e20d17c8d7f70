using System.Buffers.Binary;
using System.Security.Cryptography;

namespace IzzyViz.Analysis.Storage;

/// <summary>
/// The bytes of one stored result: magic and version (8), key (32), length of the payload (8, little-endian), SHA-256 of the payload (32),
/// payload. Every byte is checked when it is read back.
/// </summary>
internal static class StoreEntry
{
    public const int HeaderSize = 80;

    private const int KeyAt = 8;
    private const int LengthAt = 40;
    private const int HashAt = 48;

    private static ReadOnlySpan<byte> Magic => "IZVSTR\0\u0001"u8;

    public static byte[] Header(StoreKey key, ReadOnlySpan<byte> payload)
    {
        var header = new byte[HeaderSize];
        Magic.CopyTo(header);
        key.ToBytes().CopyTo(header, KeyAt);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(LengthAt), payload.Length);
        SHA256.HashData(payload, header.AsSpan(HashAt));
        return header;
    }

    /// <summary>Whether a file of this length with this head can be the whole result; the payload itself is not looked at.</summary>
    public static bool IsPlausible(StoreKey key, ReadOnlySpan<byte> head, long fileLength) =>
        head.Length == HeaderSize && head.StartsWith(Magic) && head[KeyAt..LengthAt].SequenceEqual(key.ToBytes())
        && BinaryPrimitives.ReadInt64LittleEndian(head[LengthAt..]) == fileLength - HeaderSize;

    /// <summary>The payload, or null where anything does not check out.</summary>
    public static byte[]? TryParse(StoreKey key, byte[] file)
    {
        if (file.Length < HeaderSize)
        {
            return null;
        }

        var payload = file.AsSpan(HeaderSize);
        return file.AsSpan(0, HeaderSize).SequenceEqual(Header(key, payload)) ? payload.ToArray() : null;
    }
}

using System.Buffers.Binary;
using System.IO.Compression;
using System.Numerics;

namespace IzzyViz.SiteGen.Printing;

/// <summary>WOFF 1.0 (W3C recommendation, 2012) back to the font it was made of: the same tables, each of them unpacked.</summary>
internal static class Woff
{
    private const int HeaderLength = 44;
    private const int EntryLength = 20;
    private const int Largest = 64 << 20;

    public static bool IsWoff(ReadOnlySpan<byte> bytes) => bytes.StartsWith("wOFF"u8);

    /// <exception cref="InvalidDataException">The file contradicts itself.</exception>
    public static byte[] ToSfnt(byte[] woff)
    {
        try
        {
            return Unpack(woff);
        }
        catch (Exception error) when (error is ArgumentException or IndexOutOfRangeException or EndOfStreamException)
        {
            throw new InvalidDataException("The WOFF file is damaged.", error);
        }
    }

    private static byte[] Unpack(byte[] woff)
    {
        var tables = BinaryPrimitives.ReadUInt16BigEndian(woff.AsSpan(12));
        var length = BinaryPrimitives.ReadInt32BigEndian(woff.AsSpan(16));
        if (length is <= 0 or > Largest)
        {
            throw new InvalidDataException("The WOFF file is damaged.");
        }

        var sfnt = new byte[length];
        WriteHeader(sfnt, woff.AsSpan(4, 4), tables);
        var at = 12 + (16 * tables);
        for (var i = 0; i < tables; i++)
        {
            at = CopyTable(woff, HeaderLength + (EntryLength * i), sfnt, (12 + (16 * i), at));
        }

        return sfnt;
    }

    private static void WriteHeader(Span<byte> sfnt, ReadOnlySpan<byte> flavour, int tables)
    {
        flavour.CopyTo(sfnt);
        var power = BitOperations.Log2((uint)tables);
        BinaryPrimitives.WriteUInt16BigEndian(sfnt[4..], (ushort)tables);
        BinaryPrimitives.WriteUInt16BigEndian(sfnt[6..], (ushort)(16 << power));
        BinaryPrimitives.WriteUInt16BigEndian(sfnt[8..], (ushort)power);
        BinaryPrimitives.WriteUInt16BigEndian(sfnt[10..], (ushort)((16 * tables) - (16 << power)));
    }

    private static int CopyTable(byte[] woff, int entry, byte[] sfnt, (int Entry, int Data) to)
    {
        var from = woff.AsSpan(entry, EntryLength);
        var (offset, packed) = (BinaryPrimitives.ReadInt32BigEndian(from[4..]), BinaryPrimitives.ReadInt32BigEndian(from[8..]));
        var length = BinaryPrimitives.ReadInt32BigEndian(from[12..]);
        from[..4].CopyTo(sfnt.AsSpan(to.Entry));
        from[16..20].CopyTo(sfnt.AsSpan(to.Entry + 4));
        BinaryPrimitives.WriteInt32BigEndian(sfnt.AsSpan(to.Entry + 8), to.Data);
        BinaryPrimitives.WriteInt32BigEndian(sfnt.AsSpan(to.Entry + 12), length);
        if (packed == length)
        {
            woff.AsSpan(offset, length).CopyTo(sfnt.AsSpan(to.Data));
        }
        else
        {
            using var zlib = new ZLibStream(new MemoryStream(woff, offset, packed), CompressionMode.Decompress);
            zlib.ReadExactly(sfnt, to.Data, length);
        }

        return (to.Data + length + 3) & ~3;
    }
}

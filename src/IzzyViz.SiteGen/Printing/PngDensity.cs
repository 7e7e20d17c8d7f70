using System.Buffers.Binary;

namespace IzzyViz.SiteGen.Printing;

/// <summary>The <c>pHYs</c> chunk, which Skia does not write: pixels a metre (PNG specification, 11.3.5.3).</summary>
internal static class PngDensity
{
    // Signature and header chunk, which must come first.
    private const int AfterHeader = 8 + 25;

    public static byte[] Insert(byte[] png, double dotsPerInch)
    {
        Span<byte> chunk = stackalloc byte[21];
        BinaryPrimitives.WriteInt32BigEndian(chunk, 9);
        "pHYs"u8.CopyTo(chunk[4..]);
        var perMetre = (int)Math.Round(dotsPerInch / 0.0254);
        BinaryPrimitives.WriteInt32BigEndian(chunk[8..], perMetre);
        BinaryPrimitives.WriteInt32BigEndian(chunk[12..], perMetre);
        chunk[16] = 1;
        BinaryPrimitives.WriteUInt32BigEndian(chunk[17..], Crc(chunk[4..17]));
        return [.. png.AsSpan(0, AfterHeader), .. chunk, .. png.AsSpan(AfterHeader)];
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ (0xEDB88320 & (0u - (crc & 1)));
            }
        }

        return ~crc;
    }
}

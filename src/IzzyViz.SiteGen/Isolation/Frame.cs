using System.Buffers.Binary;

namespace IzzyViz.SiteGen.Isolation;

/// <summary>
/// One message between the tool and a process of its own: a mark, the lengths of two parts (int32, little endian), a message (<see cref="RequestFormat"/>, <see cref="ReplyFormat"/>), then bytes as they are.
/// </summary>
internal sealed record Frame(ReadOnlyMemory<byte> Head, ReadOnlyMemory<byte> Body)
{
    // Anything else that a library might print into the stream is told apart.
    private const int Mark = 0x315A5649;
    private const int HeaderSize = 3 * sizeof(int);

    public async Task WriteAsync(Stream stream)
    {
        var header = new byte[HeaderSize];
        BinaryPrimitives.WriteInt32LittleEndian(header, Mark);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(sizeof(int)), Head.Length);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(2 * sizeof(int)), Body.Length);
        await stream.WriteAsync(header);
        await stream.WriteAsync(Head);
        await stream.WriteAsync(Body);
        await stream.FlushAsync();
    }

    /// <summary>Null where the stream has ended.</summary>
    /// <exception cref="EndOfStreamException">It ended inside a message.</exception>
    /// <exception cref="InvalidDataException">What came is no message.</exception>
    public static async Task<Frame?> ReadAsync(Stream stream)
    {
        var header = new byte[HeaderSize];
        var got = await stream.ReadAtLeastAsync(header, HeaderSize, throwOnEndOfStream: false);
        if (got == 0)
        {
            return null;
        }

        if (got < HeaderSize)
        {
            throw new EndOfStreamException();
        }

        if (BinaryPrimitives.ReadInt32LittleEndian(header) != Mark)
        {
            throw new InvalidDataException("Something other than the tool wrote to the standard output of its process.");
        }

        var head = await ReadAsync(stream, header.AsMemory(sizeof(int)));
        return new(head, await ReadAsync(stream, header.AsMemory(2 * sizeof(int))));
    }

    private static async Task<byte[]> ReadAsync(Stream stream, ReadOnlyMemory<byte> length)
    {
        var bytes = new byte[BinaryPrimitives.ReadInt32LittleEndian(length.Span)];
        await stream.ReadExactlyAsync(bytes);
        return bytes;
    }
}

using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace IzzyViz.Analysis.Datasets;

/// <summary>
/// SHA-256 over an example's fields, each with its length in front, so that no two different examples spell the same bytes. Not for
/// several threads at once.
/// </summary>
internal sealed class ExampleHash
{
    // Hexadecimal digits of a derived id: 64 bits, and the occurrence number settles the rest.
    private const int IdDigits = 16;

    private readonly ArrayBufferWriter<byte> _bytes = new(1 << 10);

    public string Content(Example example) => Hash(example, example.Id);

    /// <summary>An id for a row that has none, from everything else it holds.</summary>
    public string DerivedId(Example example) => Hash(example, null)[..IdDigits];

    /// <summary>Where an example stands in the order samples are taken by; seed and id decide, nothing else.</summary>
    public static ulong SampleOrder(long seed, string id)
    {
        var bytes = new byte[sizeof(long) + Encoding.UTF8.GetByteCount(id)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, seed);
        Encoding.UTF8.GetBytes(id, bytes.AsSpan(sizeof(long)));
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }

    private string Hash(Example example, string? id)
    {
        _bytes.ResetWrittenCount();
        Append(id);
        Append(example.Text);
        Append(example.Pair);
        Append(example.Target);
        Append(example.InputIds);
        Append(example.Label);
        Append(example.Tags);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_bytes.WrittenSpan, hash);
        return Convert.ToHexStringLower(hash);
    }

    private void Append(ImmutableArray<string> texts)
    {
        Append(texts.Length);
        foreach (var text in texts)
        {
            Append(text);
        }
    }

    private void Append(ImmutableArray<int>? numbers)
    {
        Append(numbers?.Length ?? -1);
        foreach (var number in numbers ?? [])
        {
            Append(number);
        }
    }

    private void Append(string? text)
    {
        Append(text is null ? -1 : Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text ?? "", _bytes);
    }

    private void Append(int number)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.GetSpan(sizeof(int)), number);
        _bytes.Advance(sizeof(int));
    }
}

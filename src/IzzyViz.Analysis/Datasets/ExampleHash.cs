using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace IzzyViz.Analysis.Datasets;

/// <summary>SHA-256 over an example's fields, each with its length in front, so that no two different examples spell the same bytes.</summary>
internal static class ExampleHash
{
    // hexadecimal digits of a derived id: 64 bits, and the occurrence number settles the rest
    private const int IdDigits = 16;

    public static string Content(Example example) => Hash(example, example.Id);

    /// <summary>An id for a row that has none, from everything else it holds.</summary>
    public static string DerivedId(Example example) => Hash(example, null)[..IdDigits];

    /// <summary>Where an example stands in the order samples are taken by; seed and id decide, nothing else.</summary>
    public static ulong SampleOrder(long seed, string id)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> bytes = stackalloc byte[SHA256.HashSizeInBytes];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, seed);
        hash.AppendData(bytes[..sizeof(long)]);
        hash.AppendData(Encoding.UTF8.GetBytes(id));
        hash.GetHashAndReset(bytes);
        return BinaryPrimitives.ReadUInt64BigEndian(bytes);
    }

    private static string Hash(Example example, string? id)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in (ReadOnlySpan<string?>)[id, example.Text, example.Pair, example.Target])
        {
            Append(hash, text);
        }

        Append(hash, example.InputIds?.Select(i => i.ToString()));
        Append(hash, example.Label);
        Append(hash, example.Tags);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, IEnumerable<string>? list)
    {
        ImmutableArray<string>? items = list is null ? null : [.. list];
        AppendLength(hash, items?.Length ?? -1);
        foreach (var item in items ?? [])
        {
            Append(hash, item);
        }
    }

    private static void Append(IncrementalHash hash, string? text)
    {
        var bytes = text is null ? [] : Encoding.UTF8.GetBytes(text);
        AppendLength(hash, text is null ? -1 : bytes.Length);
        hash.AppendData(bytes);
    }

    private static void AppendLength(IncrementalHash hash, int length)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, length);
        hash.AppendData(bytes);
    }
}

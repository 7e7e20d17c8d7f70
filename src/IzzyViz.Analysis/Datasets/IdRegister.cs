using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace IzzyViz.Analysis.Datasets;

/// <summary>The ids met so far. It keeps 128 bits of each id's hash and not the id, up to 50 bytes a row.</summary>
internal sealed class IdRegister
{
    private readonly Dictionary<HashedId, int> _rows = [];

    /// <summary>False where the id was met before, on <paramref name="first"/>.</summary>
    public bool TryAdd(string id, int row, out int first)
    {
        var key = Key(id);
        var isNew = _rows.TryAdd(key, row);
        first = isNew ? row : _rows[key];
        return isNew;
    }

    /// <summary>The id itself the first time, then with <c>~2</c>, <c>~3</c> … behind it.</summary>
    public string Number(string id)
    {
        var key = Key(id);
        var occurrence = _rows[key] = _rows.GetValueOrDefault(key) + 1;
        return occurrence == 1 ? id : $"{id}~{occurrence}";
    }

    private static HashedId Key(string id)
    {
        var bytes = Encoding.UTF8.GetBytes(id);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return new(BinaryPrimitives.ReadUInt64LittleEndian(hash), BinaryPrimitives.ReadUInt64LittleEndian(hash[sizeof(ulong)..]));
    }

    // Not UInt128: its alignment would make an entry of the dictionary half as large again.
    private readonly record struct HashedId(ulong Low, ulong High);
}

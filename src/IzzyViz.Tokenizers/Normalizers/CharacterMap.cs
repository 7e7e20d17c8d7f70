using System.Runtime.InteropServices;
using IzzyViz.Tokenizers.Json;
using IzzyViz.Tokenizers.Text;

namespace IzzyViz.Tokenizers.Normalizers;

/// <summary>
/// sentencepiece's compiled map: a double-array trie over UTF-8 whose leaves point into a pool of texts that end in NUL.
/// The reference takes the shortest key that begins a piece, and so does this.
/// </summary>
internal sealed class CharacterMap
{
    private const uint HasLeaf = 1u << 8;
    private const uint LabelMask = 1u << 31 | 0xFF;

    private readonly uint[] _units;
    private readonly Dictionary<int, int[]> _values = [];

    private CharacterMap(uint[] units, ReadOnlySpan<byte> pool)
    {
        _units = units;
        for (var start = 0; start < pool.Length;)
        {
            var length = pool[start..].IndexOf((byte)0);
            length = length < 0 ? pool.Length - start : length;
            _values[start] = CodePoints.Of(System.Text.Encoding.UTF8.GetString(pool.Slice(start, length)));
            start += length + 1;
        }
    }

    public static CharacterMap Load(JsonPart part)
    {
        try
        {
            var bytes = Convert.FromBase64String(part.Text("precompiled_charsmap"));
            var length = BitConverter.ToInt32(bytes, 0);
            return new(MemoryMarshal.Cast<byte, uint>(bytes.AsSpan(4, length)).ToArray(), bytes.AsSpan(4 + length));
        }
        catch (Exception problem) when (problem is FormatException or ArgumentException)
        {
            throw part.Missing("precompiled_charsmap", "sentencepiece's character map in base 64");
        }
    }

    /// <summary>What stands for the shortest key that begins the bytes, or null.</summary>
    public int[]? Find(ReadOnlySpan<byte> bytes)
    {
        var position = _units.Length == 0 ? uint.MaxValue : Offset(_units[0]);
        foreach (var value in bytes)
        {
            position ^= value;
            if (value == 0 || position >= _units.Length || (_units[position] & LabelMask) != value)
            {
                return null;
            }

            var unit = _units[position];
            position ^= Offset(unit);
            if ((unit & HasLeaf) != 0)
            {
                return position < _units.Length ? _values.GetValueOrDefault((int)(_units[position] & int.MaxValue)) : null;
            }
        }

        return null;
    }

    private static uint Offset(uint unit) => unit >> 10 << (int)((unit & 1u << 9) >> 6);
}

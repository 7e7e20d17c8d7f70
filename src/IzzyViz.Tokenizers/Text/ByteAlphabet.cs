namespace IzzyViz.Tokenizers.Text;

/// <summary>The printable stand-ins that byte-level vocabularies use for the 256 bytes (GPT-2, encoder.py).</summary>
internal static class ByteAlphabet
{
    private static readonly int[] Characters = Create();
    private static readonly Dictionary<int, byte> Bytes = Characters.Select((c, i) => (c, i)).ToDictionary(p => p.c, p => (byte)p.i);

    public static int Of(byte value) => Characters[value];

    public static bool TryByte(int character, out byte value) => Bytes.TryGetValue(character, out value);

    /// <summary>Writes the stand-ins of a code point's UTF-8 bytes and returns how many there are.</summary>
    public static int Encode(int character, Span<int> output)
    {
        if (character < 0x80)
        {
            output[0] = Characters[character];
            return 1;
        }

        Span<byte> bytes = stackalloc byte[4];
        var count = CodePoints.ToUtf8(character, bytes);
        for (var i = 0; i < count; i++)
        {
            output[i] = Characters[bytes[i]];
        }

        return count;
    }

    private static int[] Create()
    {
        var next = 256;
        return [.. Enumerable.Range(0, 256).Select(b => b is >= 33 and <= 126 or >= 161 and <= 172 or >= 174 ? b : next++)];
    }
}

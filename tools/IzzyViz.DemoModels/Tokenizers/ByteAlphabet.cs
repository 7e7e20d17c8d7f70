using System.Collections.Immutable;
using System.Text;

namespace IzzyViz.DemoModels.Tokenizers;

/// <summary>GPT-2's printable character for each byte: itself where it is printable, else the next one from U+0100.</summary>
internal static class ByteAlphabet
{
    public static ImmutableArray<char> Characters { get; } = Build();

    public static string Spell(string text) => string.Concat(Encoding.UTF8.GetBytes(text).Select(value => Characters[value]));

    private static ImmutableArray<char> Build()
    {
        var next = 256;
        return [.. Enumerable.Range(0, 256).Select(value => IsPrintable(value) ? (char)value : (char)next++)];
    }

    private static bool IsPrintable(int value) => value is (>= '!' and <= '~') or (>= 0xA1 and <= 0xAC) or (>= 0xAE and <= 0xFF);
}

using IzzyViz.Tokenizers.Json;
using IzzyViz.Tokenizers.Text;

namespace IzzyViz.Tokenizers.Normalizers;

/// <summary>
/// How long a normalizer may make a text. A chain of them can double it at every step; none in use makes more than 18
/// characters of one.
/// </summary>
internal static class Growth
{
    private const int Free = 1 << 16;
    private const int MostPerCharacter = 64;

    /// <exception cref="TokenizerException">The new length is out of all proportion to what the text came from.</exception>
    public static void Check(AlignedText text, long length, JsonPart part) => Check(text.Source(0, text.Length).End, length, part);

    public static void Check(long source, long length, JsonPart part)
    {
        if (length > Free + (MostPerCharacter * source))
        {
            throw part.Unsupported("it makes the text too long.", "Fetch the tokenizer again; it is damaged or made to fail.");
        }
    }
}

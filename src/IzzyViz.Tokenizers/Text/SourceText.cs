namespace IzzyViz.Tokenizers.Text;

/// <summary>The text a caller gave, as code points, with the way back to its UTF-16 positions.</summary>
internal sealed class SourceText
{
    private readonly int[]? _units;

    public SourceText(string text)
    {
        var characters = new int[text.Length];
        int at = 0, count = 0;
        while (at < text.Length)
        {
            characters[count++] = CodePoints.Next(text, ref at);
        }

        Characters = count == text.Length ? characters : characters[..count];
        _units = count == text.Length ? null : Units(Characters);
    }

    public int[] Characters { get; }

    /// <summary>UTF-16 position of a code point; the text's length for the position after the last.</summary>
    public int Utf16(int index) => _units is null ? index : _units[index];

    private static int[] Units(int[] characters)
    {
        var units = new int[characters.Length + 1];
        for (var i = 0; i < characters.Length; i++)
        {
            units[i + 1] = units[i] + (characters[i] < 0x10000 ? 1 : 2);
        }

        return units;
    }
}

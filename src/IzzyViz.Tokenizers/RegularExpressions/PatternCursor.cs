using IzzyViz.Tokenizers.Text;

namespace IzzyViz.Tokenizers.RegularExpressions;

/// <summary>Where the parser stands in a pattern.</summary>
internal sealed class PatternCursor(string pattern)
{
    private readonly int[] _characters = CodePoints.Of(pattern);

    public int Position { get; set; }

    public bool AtEnd => Position >= _characters.Length;

    /// <summary>The character here or further on, -1 behind the end.</summary>
    public int Peek(int ahead = 0) => Position + ahead < _characters.Length ? _characters[Position + ahead] : -1;

    public int Take() => AtEnd ? throw new PatternException("it ends too early.") : _characters[Position++];

    public bool TryTake(int character)
    {
        if (Peek() != character)
        {
            return false;
        }

        Position++;
        return true;
    }

    public void Expect(int character, string what)
    {
        if (!TryTake(character))
        {
            throw new PatternException($"{what} is not closed.");
        }
    }

    /// <summary>Everything up to the character, which is taken too.</summary>
    public string TakeUntil(int character, string what)
    {
        var start = Position;
        while (!AtEnd && Peek() != character)
        {
            Position++;
        }

        var text = CodePoints.ToString(_characters.AsSpan(start, Position - start));
        Expect(character, what);
        return text;
    }

    /// <summary>Digits of a base, at most so many; -1 where there are none.</summary>
    public int TakeNumber(int radix, int most)
    {
        int value = -1, count = 0;
        while (count < most && Peek() is > 0 and < 128 and var c && char.IsAsciiHexDigit((char)c) && Convert.ToInt32(((char)c).ToString(), 16) < radix)
        {
            value = checked(Math.Max(value, 0) * radix + Convert.ToInt32(((char)c).ToString(), 16));
            Position++;
            count++;
        }

        return value;
    }
}

using IzzyViz.Tokenizers.Unicode;

namespace IzzyViz.Tokenizers.RegularExpressions;

/// <summary>Every escape that stands for characters.</summary>
internal sealed class EscapeParser(PatternCursor cursor, NamedClasses classes)
{
    /// <summary>An escape whose backslash has been taken.</summary>
    public CodePointSet Escape()
    {
        var character = cursor.Take();
        return character switch
        {
            's' or 'w' or 'd' or 'h' or 'S' or 'W' or 'D' or 'H' => classes.Letter(character),
            'p' or 'P' => classes.Property(negative: character == 'P'),
            '0' => CodePointSet.Of(Math.Max(0, cursor.TakeNumber(8, 2))),
            'x' => CodePointSet.Of(Hexadecimal()),
            'u' => CodePointSet.Of(Checked(cursor.TakeNumber(16, 4))),
            < 128 when char.IsAsciiLetterOrDigit((char)character) => CodePointSet.Of(Control((char)character)),
            _ => CodePointSet.Of(character),
        };
    }

    private static int Control(char letter) => letter switch
    {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'f' => '\f',
        'v' => '\v',
        'a' => '\a',
        'e' => 0x1B,
        _ => throw new PatternException($"the escape \\{letter} is not supported."),
    };

    private int Hexadecimal()
    {
        if (!cursor.TryTake('{'))
        {
            return Math.Max(0, cursor.TakeNumber(16, 2));
        }

        var value = cursor.TakeNumber(16, 6);
        cursor.Expect('}', "a code point");
        return Checked(value);
    }

    private static int Checked(int value) =>
        value is >= 0 and <= CodePointSet.Last ? value : throw new PatternException("an escape names no code point.");
}

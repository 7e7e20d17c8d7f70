using IzzyViz.Tokenizers.Unicode;

namespace IzzyViz.Tokenizers.RegularExpressions;

/// <summary>Sets that patterns call by a letter, a POSIX name or a Unicode property.</summary>
internal sealed class NamedClasses(PatternCursor cursor, UnicodeTables tables)
{
    /// <summary>The class of <c>\s \w \d \h</c>; a capital letter is all else.</summary>
    public CodePointSet Letter(int letter) =>
        char.IsAsciiLetterLower((char)letter) ? tables.Classes[((char)letter).ToString()] : Letter(letter + ('a' - 'A')).Complement();

    /// <summary>Whether <c>:name:]</c> comes next, so that the bracket before it opens a POSIX name and not a class.</summary>
    public bool IsPosixNext()
    {
        if (cursor.Peek() != ':')
        {
            return false;
        }

        var ahead = cursor.Peek(1) == '^' ? 2 : 1;
        while (cursor.Peek(ahead) is > 0 and < 128 and var c && char.IsAsciiLetter((char)c))
        {
            ahead++;
        }

        return cursor.Peek(ahead) == ':' && cursor.Peek(ahead + 1) == ']';
    }

    public CodePointSet Posix()
    {
        cursor.Expect(':', "a class name");
        var negative = cursor.TryTake('^');
        var name = cursor.TakeUntil(':', "a class name");
        cursor.Expect(']', "a class name");
        return Find($"[:{name}:]", negative, $"the class [:{name}:]");
    }

    /// <summary>A property whose <c>\p</c> or <c>\P</c> has been taken.</summary>
    public CodePointSet Property(bool negative)
    {
        cursor.Expect('{', "a Unicode property without braces");
        negative ^= cursor.TryTake('^');
        var name = cursor.TakeUntil('}', "a Unicode property");
        var key = name.Replace("_", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        return Find("p:" + key.ToLowerInvariant(), negative, $"the Unicode property {name}");
    }

    private CodePointSet Find(string key, bool negative, string what) =>
        !tables.Classes.TryGetValue(key, out var set) ? throw new PatternException($"{what} is not known.") : negative ? set.Complement() : set;
}

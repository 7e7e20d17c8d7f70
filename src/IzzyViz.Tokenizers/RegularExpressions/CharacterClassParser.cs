using IzzyViz.Tokenizers.Unicode;

namespace IzzyViz.Tokenizers.RegularExpressions;

/// <summary>Bracketed classes with nesting, intersection and POSIX names, and every escape that stands for characters.</summary>
internal sealed class CharacterClassParser(PatternCursor cursor, UnicodeTables tables)
{
    private const int DeepestNesting = 50;
    private int _depth;

    /// <summary>A class whose opening bracket has been taken.</summary>
    public CodePointSet Bracket(bool ignoreCase = false)
    {
        if (++_depth > DeepestNesting)
        {
            throw new PatternException($"classes are nested more than {DeepestNesting} deep.");
        }

        var negative = cursor.TryTake('^');
        var members = Operand(first: true);
        while (cursor.TryTake('&'))
        {
            cursor.Expect('&', "an intersection");
            members = members.Intersect(Operand(first: false));
        }

        cursor.Expect(']', "a character class");
        _depth--;
        members = !ignoreCase ? members : negative ? Folded(members) : Fold(members);
        return negative ? members.Complement() : members;
    }

    /// <summary>Adds what equals a member when case is ignored.</summary>
    public CodePointSet Fold(CodePointSet set)
    {
        FoldedSequences.Check(set);
        return Folded(set);
    }

    private CodePointSet Folded(CodePointSet set)
    {
        var more = tables.Fold.Where(f => set.Contains(f.Key)).SelectMany(f => f.Value).Select(c => (c, c)).ToList();
        return more.Count == 0 ? set : set.Union(CodePointSet.From(more));
    }

    /// <summary>An escape whose backslash has been taken.</summary>
    public CodePointSet Escape()
    {
        var character = cursor.Take();
        return character switch
        {
            's' or 'w' or 'd' or 'h' => tables.Classes[((char)character).ToString()],
            'S' or 'W' or 'D' or 'H' => tables.Classes[((char)(character + 32)).ToString()].Complement(),
            'p' => Property(negative: false),
            'P' => Property(negative: true),
            'n' => CodePointSet.Of('\n'),
            'r' => CodePointSet.Of('\r'),
            't' => CodePointSet.Of('\t'),
            'f' => CodePointSet.Of('\f'),
            'v' => CodePointSet.Of('\v'),
            'a' => CodePointSet.Of('\a'),
            'e' => CodePointSet.Of(0x1B),
            '0' => CodePointSet.Of(Math.Max(0, cursor.TakeNumber(8, 2))),
            'x' => CodePointSet.Of(Hexadecimal()),
            'u' => CodePointSet.Of(Checked(cursor.TakeNumber(16, 4))),
            < 128 when char.IsAsciiLetterOrDigit((char)character) => throw new PatternException($"the escape \\{(char)character} is not supported."),
            _ => CodePointSet.Of(character),
        };
    }

    /// <summary>Members up to the closing bracket or an intersection sign.</summary>
    private CodePointSet Operand(bool first)
    {
        var ranges = new List<(int, int)>();
        for (; !AtOperandEnd(first); first = false)
        {
            Member(ranges);
        }

        return CodePointSet.From(ranges);
    }

    private bool AtOperandEnd(bool first) =>
        cursor.AtEnd || cursor.Peek() == ']' && !first || cursor.Peek() == '&' && cursor.Peek(1) == '&';

    private void Member(List<(int From, int To)> ranges)
    {
        if (cursor.TryTake('['))
        {
            Add(ranges, cursor.Peek() == ':' && IsNamed() ? Named() : Bracket());
            return;
        }

        var set = Single();
        if (set.Single >= 0 && cursor.Peek() == '-' && cursor.Peek(1) is not (']' or '[' or -1))
        {
            cursor.Take();
            Range(ranges, set.Single, Single());
        }
        else
        {
            Add(ranges, set);
        }
    }

    private static void Range(List<(int From, int To)> ranges, int from, CodePointSet end)
    {
        if (end.Single < 0)
        {
            ranges.AddRange([(from, from), ('-', '-')]);
            Add(ranges, end);
            return;
        }

        ranges.Add(from <= end.Single ? (from, end.Single) : throw new PatternException("a character range runs backwards."));
    }

    private static void Add(List<(int From, int To)> ranges, CodePointSet set)
    {
        foreach (var range in set.Ranges)
        {
            ranges.Add(range);
        }
    }

    private CodePointSet Single()
    {
        var character = cursor.Take();
        return character != '\\' ? CodePointSet.Of(character) : cursor.TryTake('b') ? CodePointSet.Of('\b') : Escape();
    }

    private bool IsNamed()
    {
        var ahead = cursor.Peek(1) == '^' ? 2 : 1;
        while (cursor.Peek(ahead) is > 0 and < 128 and var c && char.IsAsciiLetter((char)c))
        {
            ahead++;
        }

        return cursor.Peek(ahead) == ':' && cursor.Peek(ahead + 1) == ']';
    }

    private CodePointSet Named()
    {
        cursor.Take();
        var negative = cursor.TryTake('^');
        var name = cursor.TakeUntil(':', "a class name");
        cursor.Expect(']', "a class name");
        return Look($"[:{name}:]", negative, $"the class [:{name}:]");
    }

    private CodePointSet Property(bool negative)
    {
        cursor.Expect('{', "a Unicode property without braces");
        negative ^= cursor.TryTake('^');
        var name = cursor.TakeUntil('}', "a Unicode property");
        var key = name.Replace("_", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        return Look("p:" + key.ToLowerInvariant(), negative, $"the Unicode property {name}");
    }

    private CodePointSet Look(string key, bool negative, string what) =>
        !tables.Classes.TryGetValue(key, out var set) ? throw new PatternException($"{what} is not known.") : negative ? set.Complement() : set;

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

using IzzyViz.Tokenizers.Unicode;

namespace IzzyViz.Tokenizers.RegularExpressions;

/// <summary>Bracketed classes with nesting, intersection and POSIX names.</summary>
internal sealed class CharacterClassParser(PatternCursor cursor, EscapeParser escapes, NamedClasses named)
{
    private const int DeepestNesting = 50;
    private int _depth;

    /// <summary>A class whose opening bracket has been taken.</summary>
    public CharacterClass Bracket()
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
        return new(members, negative);
    }

    /// <summary>Members up to the closing bracket or an intersection sign. A bracket that comes first is a member.</summary>
    private CodePointSet Operand(bool first)
    {
        var ranges = new List<(int, int)>();
        for (; !AtOperandEnd(first); first = false)
        {
            ranges.AddRange(Member().Ranges);
        }

        return CodePointSet.From(ranges);
    }

    private bool AtOperandEnd(bool first) =>
        cursor.AtEnd || cursor.Peek() == ']' && !first || cursor.Peek() == '&' && cursor.Peek(1) == '&';

    private CodePointSet Member()
    {
        if (cursor.TryTake('['))
        {
            return named.IsPosixNext() ? named.Posix() : Bracket().Set;
        }

        var set = Single();
        var opensRange = set.Single >= 0 && cursor.Peek() == '-' && cursor.Peek(1) is not (']' or '[' or -1);
        return opensRange ? Range(set.Single) : set;
    }

    /// <summary>A range whose first character has been taken. Before a class the hyphen is a character too.</summary>
    private CodePointSet Range(int from)
    {
        cursor.Take();
        var end = Single();
        if (end.Single < 0)
        {
            return CodePointSet.Of(from).Union(CodePointSet.Of('-')).Union(end);
        }

        return from <= end.Single ? CodePointSet.Of(from, end.Single) : throw new PatternException("a character range runs backwards.");
    }

    private CodePointSet Single()
    {
        var character = cursor.Take();
        return character != '\\' ? CodePointSet.Of(character) : cursor.TryTake('b') ? CodePointSet.Of('\b') : escapes.Escape();
    }
}

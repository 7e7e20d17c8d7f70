namespace IzzyViz.Tokenizers.RegularExpressions;

/// <summary>
/// Reads <c>* + ? {n,m}</c> with their lazy and possessive forms. In Ruby syntax <c>{n,m}+</c> repeats a repeat, and
/// braces that hold no numbers are text.
/// </summary>
internal static class Quantifier
{
    private const int Largest = 100_000;
    private const int MostInARow = 50;

    public static Node Apply(PatternCursor cursor, Node item)
    {
        for (var row = 0; TryRead(cursor, out var min, out var max, out var braces); row++)
        {
            if (row == MostInARow)
            {
                throw new PatternException($"more than {MostInARow} quantifiers follow each other.");
            }

            var greed = Suffix(cursor, braces, min == max);
            item = new RepeatNode(item, min, max, greed);
        }

        return item;
    }

    private static Greed Suffix(PatternCursor cursor, bool braces, bool exact)
    {
        if (!(braces && exact) && cursor.TryTake('?'))
        {
            return Greed.Lazy;
        }

        return !braces && cursor.TryTake('+') ? Greed.Possessive : Greed.Greedy;
    }

    private static bool TryRead(PatternCursor cursor, out int min, out int max, out bool braces)
    {
        braces = cursor.Peek() == '{';
        (min, max) = cursor.Peek() switch { '*' => (0, int.MaxValue), '+' => (1, int.MaxValue), '?' => (0, 1), _ => (-1, -1) };
        if (braces)
        {
            return TryBraces(cursor, out min, out max);
        }

        cursor.Position += min >= 0 ? 1 : 0;
        return min >= 0;
    }

    private static bool TryBraces(PatternCursor cursor, out int min, out int max)
    {
        var start = cursor.Position++;
        min = cursor.TakeNumber(10, 6);
        max = !cursor.TryTake(',') ? min : cursor.TakeNumber(10, 6) is >= 0 and var most ? most : min < 0 ? -1 : int.MaxValue;
        if (!cursor.TryTake('}') || min < 0 && max < 0)
        {
            cursor.Position = start;
            return false;
        }

        min = Math.Max(min, 0);
        return min <= Largest && min <= max
            ? true
            : throw new PatternException($"the repetition {{{min},{max}}} is out of range.");
    }
}

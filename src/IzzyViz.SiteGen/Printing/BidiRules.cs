namespace IzzyViz.SiteGen.Printing;

/// <summary>The rules of Unicode annex 9 that say what a character of no direction of its own takes from its neighbours.</summary>
internal static class BidiRules
{
    /// <summary>W1–W7: afterwards there are letters of both directions, numbers and neutrals only.</summary>
    public static void ResolveWeak(Span<BidiClass> classes, BidiClass start)
    {
        Marks(classes, start);
        var strong = start;
        for (var i = 0; i < classes.Length; i++)
        {
            strong = classes[i] is BidiClass.Left or BidiClass.Right or BidiClass.ArabicLetter ? classes[i] : strong;
            if (classes[i] == BidiClass.EuropeanNumber && strong == BidiClass.ArabicLetter)
            {
                classes[i] = BidiClass.ArabicNumber;
            }
        }

        classes.Replace(BidiClass.ArabicLetter, BidiClass.Right);
        Separators(classes);
        Terminators(classes);
        EuropeanAmongLeft(classes, start);
    }

    /// <summary>N1, N2: between two of one direction that direction, otherwise the line's. Numbers count as right.</summary>
    public static void ResolveNeutral(Span<BidiClass> classes, BidiClass line)
    {
        for (var i = 0; i < classes.Length; i++)
        {
            var length = 0;
            while (i + length < classes.Length && classes[i + length] == BidiClass.Neutral)
            {
                length++;
            }

            var before = i == 0 ? line : Side(classes[i - 1]);
            var after = i + length == classes.Length ? line : Side(classes[i + length]);
            classes.Slice(i, length).Fill(before == after ? before : line);
            i += length;
        }
    }

    private static BidiClass Side(BidiClass c) => c == BidiClass.Left ? BidiClass.Left : BidiClass.Right;

    private static void Marks(Span<BidiClass> classes, BidiClass start)
    {
        for (var i = 0; i < classes.Length; i++)
        {
            classes[i] = classes[i] == BidiClass.Mark ? (i == 0 ? start : classes[i - 1]) : classes[i];
        }
    }

    private static void Separators(Span<BidiClass> classes)
    {
        for (var i = 1; i + 1 < classes.Length; i++)
        {
            var isBetweenAlike = classes[i - 1] == classes[i + 1];
            if (isBetweenAlike && ((classes[i] is BidiClass.CommonSeparator && classes[i - 1] is BidiClass.EuropeanNumber or BidiClass.ArabicNumber)
                || (classes[i] is BidiClass.EuropeanSeparator && classes[i - 1] is BidiClass.EuropeanNumber)))
            {
                classes[i] = classes[i - 1];
            }
        }
    }

    private static void Terminators(Span<BidiClass> classes)
    {
        for (var i = 1; i < classes.Length; i++)
        {
            classes[i] = classes[i] == BidiClass.EuropeanTerminator && classes[i - 1] == BidiClass.EuropeanNumber ? BidiClass.EuropeanNumber : classes[i];
        }

        for (var i = classes.Length - 2; i >= 0; i--)
        {
            classes[i] = classes[i] == BidiClass.EuropeanTerminator && classes[i + 1] == BidiClass.EuropeanNumber ? BidiClass.EuropeanNumber : classes[i];
        }

        classes.Replace(BidiClass.EuropeanTerminator, BidiClass.Neutral);
        classes.Replace(BidiClass.EuropeanSeparator, BidiClass.Neutral);
        classes.Replace(BidiClass.CommonSeparator, BidiClass.Neutral);
    }

    private static void EuropeanAmongLeft(Span<BidiClass> classes, BidiClass start)
    {
        var strong = start;
        for (var i = 0; i < classes.Length; i++)
        {
            strong = classes[i] is BidiClass.Left or BidiClass.Right ? classes[i] : strong;
            classes[i] = classes[i] == BidiClass.EuropeanNumber && strong == BidiClass.Left ? BidiClass.Left : classes[i];
        }
    }
}

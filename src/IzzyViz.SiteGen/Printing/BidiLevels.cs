using System.Text;
using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Printing;

/// <summary>
/// The bidirectional algorithm (Unicode annex 9) for one line: weak types W1–W7, neutrals N1–N2, levels I1–I2, order L2. Characters that embed or isolate
/// text are passed over, brackets are not paired (N0).
/// </summary>
internal static class BidiLevels
{
    /// <summary>A level for each UTF-16 unit; even is from left to right. The direction of the line is that of its first strong letter.</summary>
    public static int[] Of(string text)
    {
        var classes = new BidiClass[text.Length];
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            classes.AsSpan(at, rune.Utf16SequenceLength).Fill(BidiClasses.Of(rune));
            at += rune.Utf16SequenceLength;
        }

        var isRightToLeft = TextClass.IsRightToLeft(text);
        BidiRules.ResolveWeak(classes, isRightToLeft ? BidiClass.Right : BidiClass.Left);
        BidiRules.ResolveNeutral(classes, isRightToLeft ? BidiClass.Right : BidiClass.Left);
        return [.. classes.Select(c => LevelOf(c, isRightToLeft))];
    }

    /// <summary>The pieces of a line in the order in which they stand, from left to right.</summary>
    public static List<T> Reorder<T>(List<T> pieces, Func<T, int> levelOf)
    {
        var order = new List<T>(pieces);
        for (var level = order.Select(levelOf).DefaultIfEmpty(0).Max(); level > 0; level--)
        {
            for (var i = 0; i < order.Count; i++)
            {
                var length = order.Skip(i).TakeWhile(p => levelOf(p) >= level).Count();
                order.Reverse(i, length);
                i += length;
            }
        }

        return order;
    }

    private static int LevelOf(BidiClass resolved, bool isRightToLeft) => resolved switch
    {
        BidiClass.Right => 1,
        BidiClass.Left => isRightToLeft ? 2 : 0,
        _ => 2,
    };
}

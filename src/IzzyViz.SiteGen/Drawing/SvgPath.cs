using System.Collections.Immutable;
using System.Text;

namespace IzzyViz.SiteGen.Drawing;

/// <summary>Path data. Everything is rounded to hundredths first and written as differences, so that rounding does not add up.</summary>
internal static class SvgPath
{
    public static string Of(ImmutableArray<SceneRect> boxes)
    {
        var text = new StringBuilder(boxes.Length * 12);
        var (atX, atY) = (0L, 0L);
        foreach (var box in boxes)
        {
            var (x, y) = (SvgNumber.Hundredths(box.X), SvgNumber.Hundredths(box.Y));
            var (right, bottom) = (SvgNumber.Hundredths(box.Right), SvgNumber.Hundredths(box.Bottom));
            text.Append(text.Length == 0 ? 'M' : 'm').AppendHundredths(x - atX).AppendNext(y - atY);
            text.Append('h').AppendHundredths(right - x).Append('v').AppendHundredths(bottom - y).Append('h').AppendHundredths(x - right);

            // Filling closes the box; the pen stays at its lower left corner.
            (atX, atY) = (x, bottom);
        }

        return text.ToString();
    }

    public static string Of(ImmutableArray<PathStep> steps)
    {
        var text = new StringBuilder(steps.Length * 8);
        var (atX, atY, startX, startY) = (0L, 0L, 0L, 0L);
        foreach (var step in steps)
        {
            if (step.Verb == PathVerb.Close)
            {
                text.Append('z');
                (atX, atY) = (startX, startY);
                continue;
            }

            var (x, y) = (SvgNumber.Hundredths(step.To.X), SvgNumber.Hundredths(step.To.Y));
            if (step.Verb is PathVerb.Cubic or PathVerb.Arc)
            {
                AppendCurve(text, step, (atX, atY));
            }
            else
            {
                AppendStep(text, step.Verb, x - atX, y - atY);
            }

            (atX, atY) = (x, y);
            (startX, startY) = step.Verb == PathVerb.Move ? (x, y) : (startX, startY);
        }

        return text.ToString();
    }

    private static void AppendCurve(StringBuilder text, PathStep step, (long X, long Y) at)
    {
        if (step.Verb == PathVerb.Cubic)
        {
            text.Append('c');
            AppendPair(text, step.First, at).Append(' ');
            AppendPair(text, step.Second, at).Append(' ');
        }
        else
        {
            text.Append('a').AppendNumber(step.Radius).Append(' ').AppendNumber(step.Radius).Append(" 0 ");
            text.Append(step.IsLarge ? '1' : '0').Append(' ').Append(step.IsClockwise ? '1' : '0').Append(' ');
        }

        AppendPair(text, step.To, at);
    }

    private static StringBuilder AppendPair(StringBuilder text, ScenePoint point, (long X, long Y) from) =>
        text.AppendHundredths(SvgNumber.Hundredths(point.X) - from.X).AppendNext(SvgNumber.Hundredths(point.Y) - from.Y);

    private static void AppendStep(StringBuilder text, PathVerb verb, long dx, long dy) => _ = (verb, dx, dy) switch
    {
        (PathVerb.Move, _, _) => text.Append(text.Length == 0 ? 'M' : 'm').AppendHundredths(dx).AppendNext(dy),
        (_, _, 0) => text.Append('h').AppendHundredths(dx),
        (_, 0, _) => text.Append('v').AppendHundredths(dy),
        _ => text.Append('l').AppendHundredths(dx).AppendNext(dy),
    };
}

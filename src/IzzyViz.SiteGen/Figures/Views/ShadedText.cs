using System.Collections.Immutable;
using IzzyViz.Analysis.Tokens;
using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Figures.Views;

/// <summary>Tokens as chips in lines; from right to left where most of them are read so.</summary>
internal static class ShadedText
{
    public static readonly TextStyle Style = new(13);
    private const double Padding = 4;
    private const double Gap = 2;
    private const double Line = 26;
    private const double Chip = 21;
    private const double Longest = 220;

    /// <param name="values">One per token; NaN where it does not exist.</param>
    public static (ImmutableArray<SceneNode> Nodes, double Height) Draw(TokenSequence tokens, double[] values, (ColorScale Scale, double Width, int? Framed) how)
    {
        var isRightToLeft = tokens.Tokens.Count(t => TextClass.IsRightToLeft(t.Label)) * 2 > tokens.Tokens.Count(t => !t.IsSpecial);
        var nodes = ImmutableArray.CreateBuilder<SceneNode>();
        var (x, y) = (0.0, 2.0);
        for (var i = 0; i < tokens.Count; i++)
        {
            var text = TextMeasure.Cut(tokens.Tokens[i].Label, StyleOf(tokens.Tokens[i]), Longest);
            var width = TextMeasure.Width(text, StyleOf(tokens.Tokens[i])) + (2 * Padding);
            (x, y) = x > 0 && x + width > how.Width ? (0, y + Line) : (x, y);
            var box = new SceneRect(isRightToLeft ? how.Width - x - width : x, y, width, Chip);
            nodes.AddRange(Token(tokens.Tokens[i], text, box, (values[i], how.Scale)));
            if (i == how.Framed)
            {
                nodes.Add(new RectNode(box) { Stroke = Paint.Accent, StrokeWidth = 2, Radius = 2 });
            }

            x += width + Gap;
        }

        return (nodes.ToImmutable(), y + Line);
    }

    private static TextStyle StyleOf(Token token) => token.IsSpecial ? Style.Strong : Style;

    private static IEnumerable<SceneNode> Token(Token token, string text, SceneRect box, (double Value, ColorScale Scale) shade)
    {
        var isMissing = double.IsNaN(shade.Value);
        var level = isMissing ? 0 : shade.Scale.Level(shade.Value);
        yield return new RectNode(box)
        {
            Fill = isMissing ? Paint.Hatch : Paint.Level(level),
            Radius = 2,
            Title = isMissing ? $"{token.Label}: not seen" : $"{token.Label}: {FigureNumber.Score(shade.Value)}",
        };
        yield return new TextNode(new(box.Centre.X, box.Centre.Y + Style.HalfCapital), text)
        {
            Anchor = TextAnchor.Middle,
            Fill = isMissing ? Paint.Muted : Paint.OnLevel(level),
            Style = token.IsSpecial ? Style.Strong : null,
        };
    }
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Tokens;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures.Lens;

namespace IzzyViz.SiteGen.Figures.Views;

/// <summary>Tokens one below the other, as the head view and the flows have them: all named up to 64, then those that matter and some between.</summary>
internal sealed record TokenColumn
{
    /// <summary>Up to here every token is labelled.</summary>
    public const int LabelLimit = 64;

    private const double Gap = 8;
    private const double Leader = 10;

    private TokenColumn(LabelledAxis axis, TextStyle style) =>
        (Axis, Style, Labels) = (axis, style, AxisLabels.Of(axis, style));

    public LabelledAxis Axis { get; }

    public TextStyle Style { get; }

    public ImmutableArray<AxisLabel> Labels { get; }

    public BandScale Rows => Axis.Bands;

    /// <summary>With the room between labels and rows.</summary>
    public double Width => Labels.Select(WidthOf).DefaultIfEmpty(0).Max() + Gap + (HasLeaders ? Leader : 0);

    private bool HasLeaders => AxisLabels.IsSparse(Axis);

    /// <param name="top">Tokens that keep their label where not all have one.</param>
    /// <param name="longest">Tokens of the longer of two columns side by side, so that both have rows of one height.</param>
    public static TokenColumn Of(TokenSequence tokens, IReadOnlySet<int> top, int longest)
    {
        var style = longest <= LabelLimit ? TextStyle.Label : TextStyle.Note;
        return new(new(tokens, BandScale.Uniform(tokens.Count, Pitch(longest)), 1, top, style.LineHeight), style);
    }

    /// <param name="x">Where the rows begin; labels lie to the left of it, or to the right.</param>
    /// <param name="datum">"q" or "k": which side of a map the tokens are.</param>
    public IEnumerable<SceneNode> Draw(double x, bool isLeft, string datum)
    {
        var side = isLeft ? -1 : 1;
        foreach (var label in Labels)
        {
            if (HasLeaders)
            {
                yield return new LineNode(new(x + (side * (Gap + Leader - 5)), label.Offset), new(x + (side * 2), Rows.Centre(label.Band))) { Stroke = Paint.Rule };
            }

            yield return new TextNode(new(x + (side * (Gap + (HasLeaders ? Leader : 0) - 2)), label.Offset + Style.HalfCapital), label.Text)
            {
                Title = label.Full,
                Fill = label.IsBearing ? Paint.Muted : Paint.None,
                Style = label.IsSpecial ? Style.Strong : null,
                Anchor = isLeft ? TextAnchor.End : TextAnchor.Start,
                Data = [new(datum, label.Band)],
            };
        }
    }

    private double WidthOf(AxisLabel label) => TextMeasure.Width(label.Text, label.IsSpecial ? Style.Strong : Style);

    private static double Pitch(int tokens) => tokens switch
    {
        <= 12 => 22,
        <= 32 => 19,
        <= LabelLimit => 16,
        <= 128 => 8,
        <= 256 => 5,
        _ => 3,
    };
}

using IzzyViz.Analysis.Tokens;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures.Lens;

namespace IzzyViz.SiteGen.Figures.Evolution;

/// <summary>Tokens above the columns of a picture, rising to the right at 45°, as those of a table lens.</summary>
internal sealed class SlantedLabels
{
    private const double Slope = 0.70710678;
    private readonly LabelledAxis _axis;
    private readonly System.Collections.Immutable.ImmutableArray<AxisLabel> _labels;

    public SlantedLabels(TokenSequence tokens, BandScale columns, IReadOnlySet<int> top)
    {
        Style = columns.Size(0) >= 20 ? TextStyle.Label : TextStyle.Note;
        _axis = new(tokens, columns, 1, top, Style.LineHeight / Slope);
        _labels = AxisLabels.Of(_axis, Style);
    }

    public TextStyle Style { get; }

    /// <summary>Above the columns.</summary>
    public double Height => (_labels.Select(WidthOf).DefaultIfEmpty(0).Max() * Slope) + Style.LineHeight + 4;

    /// <summary>How far labels reach, measured from the first column.</summary>
    public double Right => _labels.Select(l => l.Offset + (WidthOf(l) * Slope)).DefaultIfEmpty(0).Max() + 10;

    /// <summary>The lower edge of the labels is y = 0.</summary>
    public IEnumerable<SceneNode> Draw()
    {
        var shift = Style.HalfCapital * Slope;
        foreach (var label in _labels)
        {
            if (Math.Abs(label.Offset - _axis.Bands.Centre(label.Band)) > 1)
            {
                yield return new LineNode(new(label.Offset, -6), new(_axis.Bands.Centre(label.Band), 0)) { Stroke = Paint.Rule };
            }

            yield return new TextNode(new(label.Offset + shift, -6 + shift), label.Text)
            {
                Degrees = -45,
                Title = label.Full,
                Fill = label.IsBearing ? Paint.Muted : Paint.None,
                Style = label.IsSpecial ? Style.Strong : null,
                Data = [new("k", label.Band)],
            };
        }
    }

    private double WidthOf(AxisLabel label) => TextMeasure.Width(label.Text, label.IsSpecial ? Style.Strong : Style);
}

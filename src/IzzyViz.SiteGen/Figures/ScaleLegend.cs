using System.Collections.Immutable;
using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Figures;

/// <summary>A colour bar that is linear in the value, with numbers, and a sample of the hatch where cells are masked.</summary>
internal static class ScaleLegend
{
    public const double Height = 30;
    private const double BarHeight = 8;
    private const int Ticks = 5;
    private static readonly TextStyle Style = TextStyle.Note;

    /// <summary>The least width at which neither ticks nor words touch.</summary>
    public static double MinimumWidth(string name, string? maskedWord) => NameWidth(name) + (Ticks * 40) + MaskedWidth(maskedWord);

    /// <param name="maskedWord">What stands beside the hatch; null where nothing is masked.</param>
    public static ImmutableArray<SceneNode> Draw(ColorScale scale, string name, string? maskedWord, double width)
    {
        var left = NameWidth(name);
        var bar = Math.Min(width - left - MaskedWidth(maskedWord), 280);
        return
        [
            new TextNode(new(0, BarHeight), name) { Style = Style, Fill = Paint.Muted },
            new GroupNode([.. Segments(scale, bar)]) { Placement = new(left, 0), IsCrisp = true },
            new GroupNode([.. TickLabels(scale, bar)]) { Placement = new(left, BarHeight + 2 + Style.Size), Style = Style, Fill = Paint.Muted },
            .. Masked(maskedWord, left + bar + 24),
        ];
    }

    private static double NameWidth(string name) => TextMeasure.Width(name, Style) + 14;

    private static double MaskedWidth(string? word) => word is null ? 16 : 24 + 22 + TextMeasure.Width(word, Style);

    private static IEnumerable<SceneNode> Segments(ColorScale scale, double width)
    {
        var (low, range) = (scale.Norm.Minimum, Math.Max(scale.Norm.Maximum - scale.Norm.Minimum, double.Epsilon));
        for (var level = 0; level < Palette.Levels; level++)
        {
            var (from, to) = (scale.LowerEdge(level), scale.LowerEdge(level + 1));
            yield return new RectNode(new((from - low) / range * width, 0, (to - from) / range * width, BarHeight)) { Fill = Paint.Level(level) };
        }
    }

    private static IEnumerable<SceneNode> TickLabels(ColorScale scale, double width)
    {
        var (low, high) = (scale.Norm.Minimum, scale.Norm.Maximum);
        for (var k = 0; k < Ticks; k++)
        {
            var share = k / (Ticks - 1.0);
            var anchor = k == 0 ? TextAnchor.Start : k == Ticks - 1 ? TextAnchor.End : TextAnchor.Middle;
            yield return new TextNode(new(share * width, 0), FigureNumber.Tick(low + (share * (high - low)), high)) { Anchor = anchor };
        }
    }

    private static IEnumerable<SceneNode> Masked(string? word, double x)
    {
        if (word is not null)
        {
            yield return new RectNode(new(x, -2, 16, 12)) { Fill = Paint.Hatch };
            yield return new TextNode(new(x + 22, BarHeight), word) { Style = Style, Fill = Paint.Muted };
        }
    }
}

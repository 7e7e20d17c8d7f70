using System.Collections.Immutable;
using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Figures;

/// <summary>A colour bar that is linear in the value, with numbers, and a sample of the hatch where cells are masked.</summary>
internal static class ScaleLegend
{
    public const double Height = 30;
    private const double BarHeight = 8;
    private const double Narrow = 240;
    private const double LeastBar = 120;

    // Of 256 steps many are narrower than a pixel; each reaches under the next, so that no paper shows between them.
    private const double Overlap = 1;
    private static readonly TextStyle Style = TextStyle.Note;

    /// <summary>The least width at which neither ticks nor words touch.</summary>
    public static double MinimumWidth(ScaleWords words) => NameWidth(words.Name) + LeastBar + MaskedWidth(words.Masked);

    public static ImmutableArray<SceneNode> Draw(ColorScale scale, ScaleWords words, double width)
    {
        var left = NameWidth(words.Name);
        var bar = Math.Min(width - left - MaskedWidth(words.Masked), 280);
        return
        [
            new TextNode(new(0, BarHeight), words.Name) { Style = Style, Fill = Paint.Muted },
            new GroupNode([.. Segments(scale, bar)]) { Placement = new(left, 0), IsCrisp = true },
            new GroupNode([.. TickLabels(scale, words.Unit, bar)]) { Placement = new(left, BarHeight + 2 + Style.Size), Style = Style, Fill = Paint.Muted },
            .. Masked(words.Masked, left + bar + 24),
        ];
    }

    private static double NameWidth(string name) => TextMeasure.Width(name, Style) + 14;

    private static double MaskedWidth(string? word) => word is null ? 16 : 24 + 22 + TextMeasure.Width(word, Style);

    private static IEnumerable<SceneNode> Segments(ColorScale scale, double width)
    {
        var (low, range) = (scale.Norm.Minimum, Math.Max(scale.Norm.Maximum - scale.Norm.Minimum, double.Epsilon));
        for (var level = 0; level < scale.Levels; level++)
        {
            var (from, to) = (scale.LowerEdge(level), scale.LowerEdge(level + 1));
            yield return new RectNode(new((from - low) / range * width, 0, ((to - from) / range * width) + (scale.IsBlues ? Overlap : 0), BarHeight)) { Fill = scale.Fill(level) };
        }
    }

    private static IEnumerable<SceneNode> TickLabels(ColorScale scale, string unit, double width)
    {
        var (low, high) = (scale.Norm.Minimum, scale.Norm.Maximum);
        var last = width < Narrow ? 2 : 4;
        for (var k = 0; k <= last; k++)
        {
            var share = (double)k / last;
            var anchor = k == 0 ? TextAnchor.Start : k == last ? TextAnchor.End : TextAnchor.Middle;
            yield return new TextNode(new(share * width, 0), FigureNumber.Tick(low + (share * (high - low)), high, unit)) { Anchor = anchor };
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

/// <summary>What stands beside a colour bar.</summary>
/// <param name="Masked">Beside the hatch; null where nothing is hatched.</param>
/// <param name="Unit">"share" for ticks in per cent.</param>
internal sealed record ScaleWords(string Name, string? Masked, string Unit = "");

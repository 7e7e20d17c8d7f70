using System.Collections.Immutable;
using IzzyViz.Analysis.Tokens;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures.Maps;

namespace IzzyViz.SiteGen.Figures.Lens;

/// <summary>What there is to label along one axis.</summary>
/// <param name="Block">Tokens per band.</param>
/// <param name="Top">Bands that hold one of the strongest cells.</param>
/// <param name="Spacing">Least distance of two labels along the axis.</param>
internal sealed record LabelledAxis(TokenSequence Tokens, BandScale Bands, int Block, IReadOnlySet<int> Top, double Spacing)
{
    public LabelRule Rule { get; init; } = LabelRule.Default;

    /// <summary>Labels follow IzzyViz's rules, whether there is room for them or not.</summary>
    public bool IsCompatible { get; init; }
}

/// <summary>
/// Which tokens are labelled: all where labels fit; else those of the strongest cells, and every tenth (twentieth, fiftieth …) that
/// comes too near to none of them, with its position counted from 0.
/// </summary>
internal static class AxisLabels
{
    public const double MaximumWidth = 118;
    private static readonly int[] Steps = [10, 20, 50, 100, 200, 500, 1000];

    public static ImmutableArray<AxisLabel> Of(LabelledAxis axis, TextStyle style)
    {
        var bands = Enumerable.Range(0, Math.Min(axis.Bands.Count, axis.Tokens.Count));
        return axis.IsCompatible ? SparseLabels.Of(axis)
            : IsSparse(axis) ? [.. Sparse(axis, style)]
            : [.. bands.Select(b => Label(axis, b, axis.Bands.Centre(b), style))];
    }

    /// <summary>Bands from one label to the next where not all are labelled; 1 where all are.</summary>
    public static int Step(LabelledAxis axis) => !IsSparse(axis)
        ? 1
        : axis.Rule.Interval ?? Steps.FirstOrDefault(s => s * axis.Bands.Length / axis.Bands.Count >= 1.5 * axis.Spacing, Steps[^1]);

    public static bool IsSparse(LabelledAxis axis) => axis.Block > 1 || axis.Rule.IsLong(axis.Tokens.Count)
        || Enumerable.Range(0, axis.Bands.Count).Any(b => axis.Bands.Size(b) < axis.Spacing - 0.01 && axis.Bands.Count > 1);

    private static IEnumerable<AxisLabel> Sparse(LabelledAxis axis, TextStyle style)
    {
        var top = axis.Rule.NamesTop ? axis.Top.Order().ToArray() : [];
        var offsets = Spread([.. top.Select(axis.Bands.Centre)], axis.Spacing, axis.Bands.Length);
        var named = top.Select((band, i) => Label(axis, band, offsets[i], style)).ToArray();
        var step = Step(axis);
        var bearings = Enumerable.Range(0, (axis.Bands.Count + step - 1) / step)
            .Select(i => i * step)
            .Where(band => !Array.Exists(offsets, o => Math.Abs(o - axis.Bands.Centre(band)) < axis.Spacing))
            .Select(band => Label(axis, band, axis.Bands.Centre(band), style) with { IsBearing = true });
        return named.Concat(bearings.Where(b => !top.Contains(b.Band))).OrderBy(l => l.Offset);
    }

    private static AxisLabel Label(LabelledAxis axis, int band, double offset, TextStyle style)
    {
        var token = axis.Tokens.Tokens[band * axis.Block];
        var full = IsSparse(axis) ? $"{band * axis.Block} {token.Label}" : token.Label;
        var isTop = axis.Top.Contains(band);
        var text = TextMeasure.Cut(full, token.IsSpecial ? style.Strong : style, MaximumWidth);
        return new(band, text, text == full ? null : full, offset) { IsSpecial = token.IsSpecial, IsTop = isTop };
    }

    // Pushes labels down the axis until none overlaps, then back up where the last has left it.
    private static double[] Spread(double[] wanted, double spacing, double length)
    {
        for (var i = 1; i < wanted.Length; i++)
        {
            wanted[i] = Math.Max(wanted[i], wanted[i - 1] + spacing);
        }

        for (var i = wanted.Length - 1; i >= 0; i--)
        {
            var limit = i == wanted.Length - 1 ? Math.Max(length, wanted.Length * spacing) : wanted[i + 1] - spacing;
            wanted[i] = Math.Min(wanted[i], limit);
        }

        return wanted;
    }
}

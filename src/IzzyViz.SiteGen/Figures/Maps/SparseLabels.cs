using System.Collections.Immutable;
using IzzyViz.SiteGen.Figures.Lens;

namespace IzzyViz.SiteGen.Figures.Maps;

/// <summary>
/// IzzyViz's labels: every token up to the threshold; above it positions at an interval, and over them the tokens of the strongest cells.
/// </summary>
internal static class SparseLabels
{
    private static readonly ImmutableHashSet<string> Bold = ["[CLS]", "[SEP]", "[PAD]"];

    public static ImmutableArray<AxisLabel> Of(LabelledAxis axis)
    {
        var isLong = axis.Rule.IsLong(axis.Tokens.Count);
        return [.. Enumerable.Range(0, axis.Tokens.Count).Select(i => Label(axis, i, isLong)).OfType<AxisLabel>()];
    }

    /// <summary>The label of each token, empty where it has none.</summary>
    public static ImmutableArray<string> Texts(LabelledAxis axis) =>
        [.. Enumerable.Range(0, axis.Tokens.Count).Select(i => Label(axis, i, isLong: true)?.Text ?? "")];

    private static AxisLabel? Label(LabelledAxis axis, int index, bool isLong)
    {
        var token = axis.Tokens.Tokens[index].Label;
        var text = !isLong || (axis.Rule.NamesTop && axis.Top.Contains(index)) ? token
            : axis.Rule.Interval is { } interval && index % interval == 0 ? $"{index}"
            : null;
        return text is null ? null : new(index, text, null, axis.Bands.Centre(index)) { IsSpecial = Bold.Contains(text), IsTop = !isLong && axis.Top.Contains(index) };
    }
}

using System.Collections.Immutable;
using System.Text.Json;
using IzzyViz.SiteGen.Arrays;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures.Lens;

namespace IzzyViz.SiteGen.Figures.Maps;

/// <summary>
/// What maps with a mark in every cell have in common: by default long inputs are drawn as means of blocks, while the numbers are those of
/// all cells.
/// </summary>
internal static class MarkedMap
{
    /// <param name="read">What a kind makes of the arrays.</param>
    /// <param name="spec">The map that its marks lie on.</param>
    public static MarkedMap<T> Of<T>(FigureArrays arrays, MapSettings settings, Func<FigureArrays, T> read, Func<T, MapSpec> spec)
    {
        var seen = MapInput.Seen(arrays, settings);
        var (all, drawn) = (read(seen), Drawn(seen, settings));
        var layout = LensLayout.Of(spec(all));
        if (ReferenceEquals(drawn, seen))
        {
            return new(seen, all, drawn, all) { Layout = layout, Plate = new(layout) };
        }

        var cells = read(drawn);
        return new(seen, all, drawn, cells) { Layout = layout, Plate = new(LensLayout.Of(spec(cells))) };
    }

    private static FigureArrays Drawn(FigureArrays seen, MapSettings settings) => settings.IsCompatible ? seen : ArrayBlocks.Of(seen, MapInput.MarkLimit);

    public static MapSpec Spec(WeightMap ground, ColorScale scale, MapSettings settings) => new()
    {
        Map = ground,
        Colors = scale,
        PrintsScores = false,
        Labels = LabelRule.Default with { LongThreshold = int.MaxValue },
    };

}

/// <summary>A map with marks, as its numbers and as it is drawn.</summary>
/// <param name="All">Of every cell.</param>
/// <param name="Cells">Of the cells that are drawn: those of <paramref name="All"/>, or of blocks.</param>
internal sealed record MarkedMap<T>(FigureArrays Seen, T All, FigureArrays Drawn, T Cells)
{
    private const int ListedCells = 200;

    /// <summary>The map of every cell.</summary>
    public required LensLayout Layout { get; init; }

    public required MapPlate Plate { get; init; }

    public string Size => $"A map of {Layout.Spec.Map.Values.Rows} attending tokens (rows) by {Layout.Spec.Map.Values.Columns} tokens attended to (columns).";

    public string Legend(params ImmutableArray<string> sentences) => MapWords.Legend(Plate.Layout.Spec, Drawn, sentences);

    public ImmutableArray<StrongCell> Strongest(Matrix values) => TopCells.Of(new WeightMap(Seen.Axes, values), ListedCells, countsForcedRows: true);

    /// <param name="extra">Writes what belongs to the kind beside the map.</param>
    public DrawnFigure With(Figure figure, Action<Utf8JsonWriter> extra) => new(figure, new([Layout]) { Extra = extra });
}

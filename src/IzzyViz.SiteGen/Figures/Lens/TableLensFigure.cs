using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Figures.Maps;

namespace IzzyViz.SiteGen.Figures.Lens;

/// <summary>One head's map in which the rows and columns of the strongest cells are enlarged, as under a lens.</summary>
internal static class TableLensFigure
{
    private const int ListedCells = 200;

    public static Figure Draw(AttentionMap map, TableLensOptions options)
    {
        var plate = new MapPlate(LensLayout.Of(SpecOf(map, options)));
        var spec = plate.Layout.Spec;
        return new()
        {
            Slug = options.Slug ?? $"table-lens-{map.Head.Long.ToLowerInvariant().Replace('.', '-')}",
            Title = LensWords.Title(map, options),
            Description = LensWords.Description(spec.Map, plate.Layout.Top),
            HowToRead = LensWords.HowToRead(plate.Layout),
            Legend = LensWords.Legend(plate.Layout, options, spec.Colors.Norm.Maximum),
            Scene = plate.WithLegend(),
            StrongestCells = TopCells.Of(spec.Map, ListedCells, options.CountsForcedRows),
        };
    }

    public static MapSpec SpecOf(AttentionMap map, TableLensOptions options)
    {
        var weights = WeightMap.Of(map);
        var maximum = options.Maximum ?? LensLayout.DrawnMaximum(weights);
        return new()
        {
            Map = weights,
            Colors = new(0, maximum, options.Exponent),
            XLabel = LensWords.ColumnName(map.Head.Kind),
            YLabel = LensWords.RowName(map.Head.Kind),
            Top = options.Places.IsEmpty ? TopCells.Of(weights, options.Top, options.CountsForcedRows) : options.Places,
            Enlargement = options.Enlargement,
            PrintsScores = options.PrintsScores,
            LeavesOutRows = !options.CountsForcedRows && TopCells.HasForcedRows(map.Axes.Mask),
            IsPlain = false,
        };
    }
}

using IzzyViz.SiteGen.Arrays;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures.Lens;
using IzzyViz.SiteGen.Figures.Maps;
using IzzyViz.SiteGen.Figures.Regions;

namespace IzzyViz.SiteGen.Figures.Kinds;

/// <summary>A map whose strongest cells enlarge their rows and columns, from arrays to figure.</summary>
internal static class LensMap
{
    private const int ListedCells = 200;

    /// <param name="thins">IzzyViz thins the labels of long inputs in self-attention only.</param>
    public static MapSpec Spec(WeightMap map, MapSettings settings, LensSettings lens, bool thins = true)
    {
        var labels = thins || !settings.IsCompatible ? lens.Labels : lens.Labels with { LongThreshold = int.MaxValue };
        var isLong = labels.IsLong(Math.Max(map.Values.Rows, map.Values.Columns));
        return new()
        {
            Map = map,
            Colors = settings.IsCompatible ? MapInput.Scale(map.Visible(), settings) : new(0, LensLayout.DrawnMaximum(map), settings.Exponent),
            Top = settings.IsCompatible ? CompatibleTopCells.Of(map.Values, lens.Top) : TopCells.Of(map, lens.Top),
            LeavesOutRows = !settings.IsCompatible && TopCells.HasForcedRows(map.Axes.Mask),
            Enlargement = lens.Enlargement,
            PrintsScores = lens.PrintsScores && !(settings.IsCompatible && isLong),
            Labels = labels,
            Regions = lens.FindsRegions ? ExhaustiveFinder.Find(map, settings.IsCompatible) : RegionCheck.Inside(lens.Regions, map),
            RegionStyle = settings.IsCompatible ? RegionStyle.Red : RegionStyle.Default,
            IsPlain = settings.IsCompatible,
        };
    }

    public static DrawnFigure Draw(string slug, MapSpec spec, FigureArrays arrays)
    {
        var plate = new MapPlate(LensLayout.Of(spec));
        var legend = LensWords.Legend(plate.Layout, TableLensOptions.Default with { Exponent = spec.Colors.Norm.Exponent }, spec.Colors.Norm.Maximum);
        var figure = new Figure
        {
            Slug = slug,
            Title = spec.Title,
            Description = LensWords.Description(spec.Map, plate.Layout.Top),
            HowToRead = LensWords.HowToRead(plate.Layout),
            Legend = string.Join(' ', [spec.IsCompatible ? MapWords.Legend(spec, arrays) : legend, .. spec.IsCompatible ? [] : arrays.Notes]),
            Scene = plate.WithLegend(),
            StrongestCells = TopCells.Of(spec.Map, ListedCells),
        };
        return new(figure, new([plate.Layout]));
    }
}

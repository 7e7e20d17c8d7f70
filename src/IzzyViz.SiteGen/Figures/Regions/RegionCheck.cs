using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Figures.Maps;

namespace IzzyViz.SiteGen.Figures.Regions;

/// <summary>Regions given by hand have to lie in the map.</summary>
internal static class RegionCheck
{
    public static ImmutableArray<RegionBox> Inside(ImmutableArray<RegionBox> regions, WeightMap map)
    {
        foreach (var region in regions)
        {
            if (region.Top < 0 || region.Left < 0 || region.Bottom < region.Top || region.Right < region.Left || region.Bottom >= map.Values.Rows || region.Right >= map.Values.Columns)
            {
                var text = $"{region.Top},{region.Left},{region.Bottom},{region.Right}";
                throw new DiagnosticException(MapDiagnostics.RegionOutside.At(SourceLocation.None, text, map.Values.Rows, map.Values.Columns));
            }
        }

        return regions;
    }
}

using IzzyViz.SiteGen.Arrays;
using IzzyViz.SiteGen.Figures.Maps;

namespace IzzyViz.SiteGen.Figures.Kinds;

/// <summary>One map in which the rows and columns of the strongest cells are enlarged, as under a lens.</summary>
internal static class SelfAttentionFigure
{
    private static readonly MapWords Words = new("Self-attention", "Self-Attention Heatmap");

    public static DrawnFigure Draw(FigureArrays arrays, MapSettings settings, LensSettings lens)
    {
        var seen = MapInput.Seen(arrays, settings);
        var spec = LensMap.Spec(new(seen.Axes, seen.First), settings, lens);
        return LensMap.Draw("self-attention", Words.Name(spec, settings), seen);
    }
}

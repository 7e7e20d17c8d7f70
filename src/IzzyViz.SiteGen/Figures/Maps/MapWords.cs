using System.Collections.Immutable;
using IzzyViz.SiteGen.Arrays;

namespace IzzyViz.SiteGen.Figures.Maps;

/// <summary>Title and axis names of one kind, in our words and in IzzyViz's.</summary>
internal sealed record MapWords(string Title, string TheirTitle)
{
    public string XLabel { get; init; } = "attended to";

    public string YLabel { get; init; } = "attending";

    public string TheirXLabel { get; init; } = "Tokens Attended to";

    public string TheirYLabel { get; init; } = "Tokens Attending";

    /// <summary>A map with these names, where the settings give no others.</summary>
    public MapSpec Name(MapSpec spec, MapSettings settings) => spec with
    {
        Title = settings.Title ?? (settings.IsCompatible ? TheirTitle : Title),
        XLabel = settings.XLabel ?? (settings.IsCompatible ? TheirXLabel : XLabel),
        YLabel = settings.YLabel ?? (settings.IsCompatible ? TheirYLabel : YLabel),
        IsAnnotated = settings.IsAnnotated,
    };

    /// <summary>The heading of the figure, which has one even where IzzyViz has none.</summary>
    public string Heading(MapSettings settings) => settings.Title ?? (settings.IsCompatible && TheirTitle.Length > 0 ? TheirTitle : Title);

    /// <summary>The scale in words, and what there is to say about the data.</summary>
    public static string Legend(MapSpec spec, FigureArrays arrays, params ImmutableArray<string> sentences)
    {
        var (norm, grid) = (spec.Colors.Norm, spec.Map.Axes.Mask);
        var exponent = norm.Exponent == 1 ? "linear" : $"exponent {FigureNumber.Exponent(norm.Exponent)}";
        var scale = $"Colour is weight from {FigureNumber.Tick(norm.Minimum, norm.Maximum)} to {FigureNumber.Tick(norm.Maximum, norm.Maximum)}, {exponent}.";
        var lowest = spec.Map.Visible().DefaultIfEmpty(0).Min();
        return string.Join(' ', (ImmutableArray<string>)
        [
            .. spec.HasGround ? [scale] : ImmutableArray<string>.Empty,
            .. sentences,
            .. grid.IsFull ? [] : ImmutableArray.Create("Hatched cells are masked: they do not exist."),
            .. lowest < 0 && norm.Minimum >= 0 ? ImmutableArray.Create($"Weights below 0, down to {FigureNumber.Score(lowest)}, have the palest colour.") : [],
            .. arrays.Notes,
        ]);
    }
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Datasets;

namespace IzzyViz.SiteGen.Planning;

internal sealed record DatasetPlan
{
    public required DatasetSource Source { get; init; }

    public string? Title { get; init; }

    public string? Licence { get; init; }

    /// <summary>Language of the texts, BCP 47; null where the manifest does not say.</summary>
    public string? Language { get; init; }

    /// <summary>No string of it may appear in the site; tokens become numbered placeholders.</summary>
    public bool IsHidden { get; init; }

    public required ImmutableArray<SliceDefinition> Slices { get; init; }
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Manifests;

/// <summary>What site.yml says, every value with its position. Null is what was left out, or was wrong and has been reported.</summary>
internal sealed record SiteManifest
{
    /// <summary>The manifest's file, as it was named.</summary>
    public required string Path { get; init; }

    public Located<string>? Title { get; init; }

    public Located<string>? Description { get; init; }

    public Located<Uri>? Url { get; init; }

    public required Located<bool> NoIndex { get; init; }

    public required Located<Publication> Publish { get; init; }

    public Located<string>? Theme { get; init; }

    public ImmutableArray<Located<string>> Documents { get; init; } = [];

    public ImmutableArray<ModelEntry> Models { get; init; } = [];

    public ImmutableArray<DatasetEntry> Datasets { get; init; } = [];

    public ImmutableArray<GalleryEntry> Galleries { get; init; } = [];

    public ImmutableArray<ComparisonEntry> Comparisons { get; init; } = [];

    public ImmutableArray<GateEntry> Gates { get; init; } = [];

    /// <summary>Bytes.</summary>
    public required Located<long> StoreLimit { get; init; }
}

internal enum Publication
{
    Private,
    Public,
}

/// <summary>Models, by name or pattern, over slices, by name or pattern.</summary>
internal sealed record GalleryEntry
{
    public required Located<ImmutableArray<Located<string>>> Models { get; init; }

    public required Located<ImmutableArray<Located<string>>> Slices { get; init; }

    public required Located<int> Examples { get; init; }

    public required Located<ImmutableArray<Located<string>>> Figures { get; init; }

    public required Located<ImmutableArray<Located<string>>> Statistics { get; init; }

    public SourceLocation At { get; init; }
}

internal sealed record GateEntry
{
    public Located<string>? Statistic { get; init; }

    public Located<double>? Change { get; init; }

    public required Located<string> Slices { get; init; }

    public SourceLocation At { get; init; }
}

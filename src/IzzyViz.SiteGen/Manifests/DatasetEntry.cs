using System.Collections.Immutable;
using IzzyViz.Analysis.Datasets;
using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Manifests;

internal sealed record DatasetEntry
{
    public Located<string>? Id { get; init; }

    public Located<string>? Title { get; init; }

    public Located<string>? Path { get; init; }

    public Located<DatasetFormat>? Format { get; init; }

    /// <summary>Null when the manifest does not speak of columns.</summary>
    public ColumnMap? Columns { get; init; }

    public Located<string>? Language { get; init; }

    public Located<string>? Licence { get; init; }

    public required Located<Privacy> Privacy { get; init; }

    public ImmutableArray<SliceEntry> Slices { get; init; } = [];

    public SourceLocation At { get; init; }
}

internal enum Privacy
{
    Shown,
    Hidden,
}

internal sealed record SliceEntry
{
    public Located<string>? Id { get; init; }

    public ImmutableSortedDictionary<string, ImmutableArray<string>> Where { get; init; } = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty;

    public Located<RowRange>? Range { get; init; }

    public Located<int>? Take { get; init; }

    public required Located<long> Seed { get; init; }

    public SourceLocation At { get; init; }
}

/// <summary>Rows from <paramref name="Start"/>, counted from 0, up to but without <paramref name="End"/>; null for the last.</summary>
internal readonly record struct RowRange(int Start, int? End);

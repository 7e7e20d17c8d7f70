using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.Analysis.Datasets;

/// <summary>A file of examples and how its columns are to be read.</summary>
public sealed record DatasetSource
{
    public required string Id { get; init; }

    public required string Path { get; init; }

    public required DatasetFormat Format { get; init; }

    public ColumnMap Columns { get; init; } = new();

    /// <summary>Where the manifest names this dataset; findings that have no row point here.</summary>
    public SourceLocation DeclaredAt { get; init; }
}

public enum DatasetFormat
{
    JsonLines,
    Csv,
    Tsv,

    /// <summary>One example per line.</summary>
    PlainText,
    Parquet,
}

/// <summary>Which column plays which role; a null role is not read. Plain text has one column, <c>text</c>.</summary>
public sealed record ColumnMap
{
    public string? Id { get; init; }

    public string? Text { get; init; }

    public string? Pair { get; init; }

    public string? Target { get; init; }

    public string? InputIds { get; init; }

    public string? Label { get; init; }

    public string? Tags { get; init; }
}

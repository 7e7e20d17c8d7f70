using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.Analysis.Datasets;

/// <summary>One input of a dataset, with a stable id. Exactly one of <see cref="Text"/> and <see cref="InputIds"/> is set.</summary>
public sealed record Example
{
    public required string Id { get; init; }

    public string? Text { get; init; }

    /// <summary>The second segment of a sentence pair.</summary>
    public string? Pair { get; init; }

    /// <summary>What an encoder-decoder is to write for <see cref="Text"/>.</summary>
    public string? Target { get; init; }

    /// <summary>Ready token ids, for models without a tokenizer.</summary>
    public ImmutableArray<int>? InputIds { get; init; }

    public string? Label { get; init; }

    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>The row this came from: file, line (text formats) or row number.</summary>
    public SourceLocation Location { get; init; }

    /// <summary>SHA-256 over every field above but the location, hex: two rows with equal hashes are the same input.</summary>
    public required string ContentHash { get; init; }
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Captures;

namespace IzzyViz.SiteGen.Arrays;

/// <summary>What a figure is drawn from: tokens, the matrices over them, and which cells exist.</summary>
internal sealed record FigureArrays
{
    /// <summary>The file, for findings.</summary>
    public required string Source { get; init; }

    public required AttentionAxes Axes { get; init; }

    /// <summary><c>[row, column]</c> over <see cref="Axes"/>: one map, two to compare, or one per run, step or head.</summary>
    public required ImmutableArray<Matrix> Matrices { get; init; }

    /// <summary>What the matrices are called, one name each; empty where nobody named them.</summary>
    public ImmutableArray<string> Names { get; init; } = [];

    /// <summary>The tensors the matrices come from, each with as many: named by the user, or the layers of a capture; else empty.</summary>
    public ImmutableArray<string> Tensors { get; init; } = [];

    /// <summary><c>[layer, head]</c>; null where the file holds maps.</summary>
    public Matrix? Values { get; init; }

    /// <summary>What a capture says of queries and keys; null for anything else.</summary>
    public CapturedScores? Scores { get; init; }

    /// <summary>What a reader of the figure has to be told about the data, in sentences.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    public Matrix First => Matrices[0];
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Manifests;

/// <summary>What is compared with what; exactly one of models, heads, layers and family is set once the manifest is free of errors.</summary>
internal sealed record ComparisonEntry
{
    public Located<string>? Id { get; init; }

    public Located<string>? Title { get; init; }

    public Located<ImmutableArray<Located<string>>>? Models { get; init; }

    public Located<ImmutableArray<Located<string>>>? Heads { get; init; }

    public Located<ImmutableArray<Located<string>>>? Layers { get; init; }

    public Located<string>? Family { get; init; }

    public required Located<Numbering> Numbering { get; init; }

    public required Located<ImmutableArray<Located<string>>> Slices { get; init; }

    public required Located<int> Examples { get; init; }

    public SourceLocation At { get; init; }
}

internal enum Numbering
{
    /// <summary>Head 3 of one model is head 3 of the other: one was made from the other.</summary>
    Common,

    /// <summary>The models were trained apart; heads are matched by their patterns.</summary>
    Matched,
}

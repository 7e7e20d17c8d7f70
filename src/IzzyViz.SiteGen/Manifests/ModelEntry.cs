using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Manifests;

/// <summary>A model of the manifest; exactly one of the four sources is set once the manifest is free of errors.</summary>
internal sealed record ModelEntry
{
    public Located<string>? Id { get; init; }

    public Located<string>? Title { get; init; }

    public Located<string>? Path { get; init; }

    public Located<string>? HuggingFace { get; init; }

    public FamilyEntry? Checkpoints { get; init; }

    public FamilyEntry? Repeats { get; init; }

    public Located<string>? File { get; init; }

    public required Located<string> Revision { get; init; }

    public Located<string>? Sha256 { get; init; }

    public Located<string>? Licence { get; init; }

    public required Located<bool> Trusted { get; init; }

    public ImmutableSortedDictionary<string, Located<double>> Feed { get; init; } = ImmutableSortedDictionary<string, Located<double>>.Empty;

    public SourceLocation At { get; init; }
}

/// <summary>Models found by a path with one <c>*</c>, and the word for what the <c>*</c> stands for: step, seed.</summary>
internal sealed record FamilyEntry(Located<string>? Pattern, Located<string> Label);

using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Tensors;

namespace IzzyViz.Analysis.Captures.Inputs;

/// <summary>What was given, with the tokens that follow from the options and the config.</summary>
public sealed record PreparedInputs
{
    public required ImmutableSortedDictionary<string, Tensor> Tensors { get; init; }

    public ImmutableArray<Diagnostic> Findings { get; init; } = [];
}

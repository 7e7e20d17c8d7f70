using System.Collections.Immutable;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Datasets;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Statistics;

namespace IzzyViz.Analysis.Runs;

/// <summary>One model over one slice: what to compute and what to keep.</summary>
public sealed record RunRequest
{
    public required RunModel Model { get; init; }

    public required DatasetSource Dataset { get; init; }

    public required SliceDefinition Slice { get; init; }

    public required ImmutableArray<StatisticDefinition> Statistics { get; init; }

    /// <summary>How many examples, the first in slice order, keep their maps.</summary>
    public int ShownExamples { get; init; }

    /// <summary>How many, the first in slice order, keep their maps to be compared with those of other runs, shown or not.</summary>
    public int ComparedExamples { get; init; }
}

/// <summary>A model that was found and read, under the name the manifest gives it.</summary>
/// <param name="ContentHash">Over every file that decides what the model computes, and its tokenizer.</param>
public sealed record RunModel(string Id, ModelFolder Folder, ModelStructure Structure, string ContentHash, CaptureOptions Options);

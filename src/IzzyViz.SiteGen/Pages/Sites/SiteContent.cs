using System.Collections.Immutable;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Reviews;
using IzzyViz.Analysis.Statistics;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Figures;
using IzzyViz.SiteGen.Pages.Comparisons;
using IzzyViz.SiteGen.Pages.Documents;
using IzzyViz.SiteGen.Planning;
using IzzyViz.SiteGen.Printing;
using IzzyViz.SiteGen.Structures;

namespace IzzyViz.SiteGen.Pages.Sites;

/// <summary>Everything a site is made of, computed already. Examples with maps are loaded when their page is made, one at a time.</summary>
internal sealed record SiteContent
{
    public required SitePlan Plan { get; init; }

    /// <summary>In catalogue order; at least those the runs name.</summary>
    public required ImmutableArray<StatisticDefinition> Statistics { get; init; }

    /// <summary>In plan order.</summary>
    public required ImmutableArray<ModelCard> Models { get; init; }

    /// <summary>In plan order.</summary>
    public required ImmutableArray<RunContent> Runs { get; init; }

    /// <summary>In plan order.</summary>
    public ImmutableArray<ComparisonContent> Comparisons { get; init; } = [];

    public ImmutableArray<Document> Documents { get; init; } = [];

    public FigureOutput Output { get; init; } = FigureOutput.SvgOnly;

    /// <summary>This build against its baseline; null where there is none.</summary>
    public ReviewReport? Review { get; init; }

    /// <summary>Hashes and versions that belong to the whole site, name to value.</summary>
    public ImmutableSortedDictionary<string, string> Provenance { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}

/// <summary>What is known of a model besides its runs.</summary>
internal sealed record ModelCard
{
    public required string Id { get; init; }

    public string? Title { get; init; }

    public string? Licence { get; init; }

    public required ModelStructure Structure { get; init; }

    /// <summary>The name of the tokenizer's file; null where there is none.</summary>
    public string? Tokenizer { get; init; }

    /// <summary>In words: "causal language model".</summary>
    public string Architecture => TaskWords.NameOf(Structure.Task);

    /// <summary>What it is to answer right, behind a share: "as labelled".</summary>
    public string Success { get; init; } = "as labelled";

    public required string ContentHash { get; init; }

    /// <summary>Captured and refused ones alike.</summary>
    public ImmutableArray<AttentionModule> Modules => Structure.Modules;

    /// <summary>Largest difference between the outputs of the graph as given and with attention outputs added; null where it was not taken.</summary>
    public double? OutputDifference { get; init; }

    /// <summary>Why none of its attention can be captured, so that it was not run; null where some can.</summary>
    public string? NotCaptured => NothingToCapture.Why(Structure);

    /// <summary>Runs that have no result.</summary>
    public ImmutableArray<LostRun> Lost { get; init; } = [];
}

/// <param name="Why">As in "its process ended at example 'a': signal 11 (segmentation fault)".</param>
internal sealed record LostRun(string SliceId, string Why);

/// <param name="Shown">The examples with a page, in slice order.</param>
internal sealed record RunContent(RunPlan Plan, RunSummary Summary, ImmutableArray<ShownExample> Shown)
{
    /// <summary>Examples with maps for comparisons, in slice order, whether they have a page or not.</summary>
    public ImmutableArray<ShownExample> Compared { get; init; } = [];

    public RunTable Table => Summary.Table;

    public string ModelId => Table.ModelId;

    public string SliceId => Table.SliceId;

    /// <summary>A gallery that names no figures asks for the usual ones.</summary>
    public bool Asks(string kind) =>
        Plan.Figures.IsEmpty ? FigureKinds.All.Any(k => k.Id == kind && k.IsUsual) : Plan.Figures.Contains(kind, StringComparer.Ordinal);
}

/// <param name="Index">Its place in the run's table.</param>
/// <param name="Load">Reads the example with its maps; called once per page that shows it.</param>
internal sealed record ShownExample(int Index, Func<ExampleSummary> Load);

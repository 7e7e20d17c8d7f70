using System.Collections.Immutable;
using IzzyViz.Analysis.Datasets;
using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Planning;

/// <summary>The work to be done: complete, resolved, immutable. Paths are absolute; ids are unique.</summary>
internal sealed record SitePlan
{
    public required string ManifestPath { get; init; }

    public required string Title { get; init; }

    public string? Description { get; init; }

    /// <summary>Where the site will live; only with it is a sitemap written.</summary>
    public Uri? Url { get; init; }

    /// <summary><c>noindex</c> was asked for.</summary>
    public bool NoIndex { get; init; }

    public ImmutableArray<ModelPlan> Models { get; init; } = [];

    public ImmutableArray<DatasetPlan> Datasets { get; init; } = [];

    public ImmutableArray<RunPlan> Runs { get; init; } = [];

    public ImmutableArray<ComparisonPlan> Comparisons { get; init; } = [];

    /// <summary>The workflow may put the site on GitHub Pages.</summary>
    public bool IsPublic { get; init; }

    /// <summary>Folders of Markdown documents.</summary>
    public ImmutableArray<string> DocumentFolders { get; init; } = [];

    /// <summary>Folder whose files replace built-in templates and assets of the same name; null for none.</summary>
    public string? ThemeFolder { get; init; }

    public ReviewPlan Review { get; init; } = new();

    /// <summary>Largest size of the result store in bytes; older results go first.</summary>
    public long StoreLimit { get; init; } = 2L << 30;
}

internal sealed record ModelPlan
{
    public required string Id { get; init; }

    public string? Title { get; init; }

    /// <summary>File or folder, as in the command line's MODEL; empty for a remote model until <see cref="FetchedModels.WithPath"/> says where it lies.</summary>
    public required string Path { get; init; }

    /// <summary>Where to fetch the model from; null for one that lies on disk.</summary>
    public RemoteModel? Remote { get; init; }

    /// <summary>Which ONNX file of the folder; null to find it.</summary>
    public string? File { get; init; }

    /// <summary>Checkpoints and repeats of one architecture share a family; null for a model on its own.</summary>
    public string? Family { get; init; }

    public FamilyRole Role { get; init; }

    /// <summary>Training step or seed, as pages write it: <c>step 100</c>.</summary>
    public string? Label { get; init; }

    /// <summary>The number in <see cref="Label"/>, for axes; null where it is no number.</summary>
    public long? Position { get; init; }

    public string? Licence { get; init; }

    /// <summary>The model need not run isolated from the tool's own process.</summary>
    public bool IsTrusted { get; init; }

    /// <summary>Values for graph inputs that cannot be derived: input name to number.</summary>
    public ImmutableSortedDictionary<string, double> Feed { get; init; } = ImmutableSortedDictionary<string, double>.Empty;

    public SourceLocation DeclaredAt { get; init; }
}

/// <summary>A model of the Hugging Face hub.</summary>
/// <param name="Repository"><c>owner/name</c>.</param>
/// <param name="Revision">A commit, tag or branch.</param>
/// <param name="Sha256">What the ONNX file has to hash to, lower-case hex; null for whatever the hub says.</param>
internal sealed record RemoteModel(string Repository, string Revision, string? Sha256);

internal enum FamilyRole
{
    Single,
    Checkpoint,
    Repeat,
}

internal sealed record DatasetPlan
{
    public required DatasetSource Source { get; init; }

    public string? Title { get; init; }

    public string? Licence { get; init; }

    /// <summary>Language of the texts, BCP 47; null where the manifest does not say.</summary>
    public string? Language { get; init; }

    /// <summary>No string of it may appear in the site; tokens become numbered placeholders.</summary>
    public bool IsHidden { get; init; }

    public required ImmutableArray<SliceDefinition> Slices { get; init; }
}

/// <summary>One model over one slice, and what the site shows of it.</summary>
internal sealed record RunPlan
{
    public required ModelPlan Model { get; init; }

    public required DatasetPlan Dataset { get; init; }

    public required SliceDefinition Slice { get; init; }

    /// <summary>How many examples get a page; the first in slice order.</summary>
    public int ShownExamples { get; init; } = 8;

    /// <summary>Of how many examples, the first in slice order, maps are kept for comparisons.</summary>
    public int ComparedExamples { get; init; }

    /// <summary>Figure kinds drawn large on example pages: <c>table-lens</c>, <c>all-heads</c> …</summary>
    public ImmutableArray<string> Figures { get; init; } = [];

    public ImmutableArray<string> StatisticIds { get; init; } = [];
}

internal sealed record ReviewPlan
{
    public ImmutableArray<Gate> Gates { get; init; } = [];
}

/// <summary>A limit that makes a review fail: the mean of a statistic moved by more than <see cref="Change"/> on some head of a matching slice.</summary>
/// <param name="Slices"><c>*</c>, or a slice address with <c>*</c> in it.</param>
internal sealed record Gate(string Statistic, double Change, string Slices, SourceLocation DeclaredAt);

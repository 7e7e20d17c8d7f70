using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Planning;

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

internal enum FamilyRole
{
    Single,
    Checkpoint,
    Repeat,
}

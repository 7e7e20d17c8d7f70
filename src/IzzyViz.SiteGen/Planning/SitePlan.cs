using System.Collections.Immutable;

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

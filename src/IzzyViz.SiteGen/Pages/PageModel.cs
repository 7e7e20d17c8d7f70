using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IzzyViz.SiteGen.Pages.Drawn;
using IzzyViz.SiteGen.Pages.Models;
using IzzyViz.SiteGen.Publishing;

namespace IzzyViz.SiteGen.Pages;

/// <summary>Exactly what a page's template may use, and what its machine-readable twin holds: finished words, numbers and figures.</summary>
internal abstract record PageModel
{
    /// <summary>Names the template: <c>pages/KIND</c>.</summary>
    public abstract string Kind { get; }

    public required SitePath Path { get; init; }

    /// <summary>Names the thing and its address: <c>tiny-bert / L1H3</c>.</summary>
    public required string Heading { get; init; }

    /// <summary>One sentence with numbers that answers the page's question.</summary>
    public required string Lead { get; init; }

    [JsonIgnore]
    public ImmutableArray<PageLink> Breadcrumb { get; init; } = [];

    [JsonIgnore]
    public ImmutableArray<RailItem> Rail { get; init; } = [];

    /// <summary>Where the arrow keys lead.</summary>
    [JsonIgnore]
    public Neighbours Neighbours { get; init; } = new();

    /// <summary>This page's thing in the other checkpoints or repeats.</summary>
    [JsonIgnore]
    public Siblings Siblings { get; init; } = Siblings.None;

    /// <summary>Where this page's thing is compared with others.</summary>
    public ImmutableArray<PageLink> Comparisons { get; init; } = [];

    /// <summary>What this page's own numbers depend on; what belongs to the whole site stands on the provenance page.</summary>
    public ImmutableArray<Fact> Provenance { get; init; } = [];

    /// <summary>Every figure on the page; each gets files of its own beside it. Ignored in JSON, by every override too: attributes are not inherited.</summary>
    [JsonIgnore]
    public virtual IEnumerable<FigureView> Figures => [];

    [JsonIgnore]
    public virtual bool HasTwin => true;
}

internal sealed record PageLink(string Text, SitePath To);

/// <summary>A name and its value, for definition lists.</summary>
internal sealed record Fact(string Name, string Value)
{
    /// <summary>The page that explains the value, where there is one.</summary>
    public PageLink? Link { get; init; }

    /// <summary>Ids and hashes are set in the monospaced face.</summary>
    public bool IsCode { get; init; }
}

internal sealed record Neighbours
{
    public PageLink? Previous { get; init; }

    public PageLink? Next { get; init; }

    public PageLink? Up { get; init; }

    public PageLink? Down { get; init; }
}

/// <summary>One line of the left rail. Only the branch that leads to the page is open, so a rail stays short whatever the model's size.</summary>
internal sealed record RailItem(PageLink Link, bool IsCurrent, ImmutableArray<RailItem> Items)
{
    /// <summary>Folded and unfolded as a whole, with its size behind the name.</summary>
    public bool IsFamily { get; init; }

    /// <summary>Behind the name, smaller in voice.</summary>
    public string? Size { get; init; }

    public bool IsUnfolded { get; init; } = true;

    public bool IsOpen => IsCurrent || Items.Length > 0;
}

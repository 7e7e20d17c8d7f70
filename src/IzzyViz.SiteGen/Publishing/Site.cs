using System.Collections.Immutable;

namespace IzzyViz.SiteGen.Publishing;

/// <summary>A whole site as parts in path order. Parts are produced one after the other, so memory holds one page and never the site.</summary>
internal sealed class Site
{
    private readonly SortedDictionary<SitePath, SitePart> _parts = new(SitePath.Order);

    /// <summary>Equal for two sites made of the same things; null where nobody says.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>What links to pages of another site begin with; they are not checked here. Null where there are none.</summary>
    public string? Elsewhere { get; init; }

    public ImmutableArray<SitePart> Parts => [.. _parts.Values];

    public void Add(SitePart part) => _parts.Add(part.Name, part);

    public void Add(SiteFile file) => Add(new SitePart(file.Path, () => [file]));

    /// <summary>Every file in the order of its part.</summary>
    public IEnumerable<SiteFile> Produce() => _parts.Values.SelectMany(p => p.Produce());
}

using System.Collections.Immutable;

namespace IzzyViz.SiteGen.Pages;

internal sealed record SliceListPage : PageModel
{
    public override string Kind => "slices";

    public required ImmutableArray<SliceLine> Slices { get; init; }

    public static SliceListPage From(SiteIndex site) => new()
    {
        Path = SiteAddresses.Slices,
        Heading = "Slices",
        Lead = $"{Words.Count(site.Slices.Length, "slice")}: named, filtered, sampled parts of the datasets.",
        Rail = Navigation.Rail(site),
        Slices = [.. site.Slices.Select(s => SliceLine.From(site, s))],
    };
}

/// <summary>A slice in one line.</summary>
internal sealed record SliceLine(PageLink Link, int Examples, ImmutableArray<string> Tags, ImmutableArray<PageLink> Models)
{
    /// <summary>More tags than these make a line unreadable; the slice's page has all.</summary>
    private const int MostTags = 6;

    public static SliceLine From(SiteIndex site, string slice)
    {
        var runs = site.RunsOver(slice);
        var tags = runs[0].Table.Examples.SelectMany(e => e.Tags).GroupBy(t => t, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal);
        return new(
            new(slice, SiteAddresses.Slice(slice)),
            runs[0].Table.Examples.Length,
            [.. tags.Take(MostTags).Select(t => t.Key)],
            [.. runs.Select(r => new PageLink(r.ModelId, SiteAddresses.Model(r.ModelId)))]);
    }
}

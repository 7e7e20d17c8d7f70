using System.Collections.Immutable;
using IzzyViz.SiteGen.Pages.Models;
using IzzyViz.SiteGen.Pages.Sites;

namespace IzzyViz.SiteGen.Pages.Slices;

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
internal sealed record SliceLine(PageLink Link, int Examples, ImmutableArray<string> Tags, ImmutableArray<SliceModels> Models)
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
            [.. site.Groups.Select(g => SliceModels.From(g, runs)).Where(m => m.Links.Length > 0)]);
    }
}

/// <summary>Those that run over a slice, of one family or of none.</summary>
internal sealed record SliceModels(string? Family, ImmutableArray<PageLink> Links)
{
    public static SliceModels From(ModelGroup group, ImmutableArray<RunContent> runs) => new(
        group.Family,
        [.. group.Members.Where(m => runs.Any(r => r.ModelId == m.Card.Id)).Select(m => new PageLink(m.Label, SiteAddresses.Model(m.Card.Id)))]);
}

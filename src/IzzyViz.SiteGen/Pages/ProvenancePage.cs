using System.Collections.Immutable;
using IzzyViz.SiteGen.Pages.Sites;

namespace IzzyViz.SiteGen.Pages;

/// <summary>The one page with hashes and versions of the whole site.</summary>
internal sealed record ProvenancePage : PageModel
{
    public override string Kind => "provenance";

    public required ImmutableArray<Fact> Site { get; init; }

    public required ImmutableArray<ProvenanceGroup> Runs { get; init; }

    public static ProvenancePage From(SiteIndex site) => new()
    {
        Path = SiteAddresses.Provenance,
        Heading = "Provenance",
        Lead = $"What the {Words.Count(site.Content.Runs.Length, "run")} of this site were made from; the same inputs give the same pages, byte for byte, on the same kind of processor.",
        Rail = Navigation.Rail(site),
        Site = [.. site.Content.Provenance.Select(p => new Fact(p.Key, p.Value) { IsCode = true })],
        Runs = [.. site.Content.Runs.Select(ProvenanceGroup.From)],
    };
}

internal sealed record ProvenanceGroup(PageLink Model, PageLink Slice, ImmutableArray<Fact> Facts)
{
    public static ProvenanceGroup From(RunContent run) => new(
        new(run.ModelId, SiteAddresses.Model(run.ModelId)),
        new(run.SliceId, SiteAddresses.Slice(run.SliceId)),
        [.. run.Table.Provenance.Select(p => new Fact(p.Key, p.Value) { IsCode = true })]);
}

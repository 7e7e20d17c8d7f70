using System.Collections.Immutable;
using IzzyViz.Analysis.Models;
using IzzyViz.SiteGen.Pages.Comparisons;
using IzzyViz.SiteGen.Pages.Definitions;
using IzzyViz.SiteGen.Pages.Sites;

namespace IzzyViz.SiteGen.Pages.Models;

/// <summary>One attention module (a layer of one kind): all its heads side by side, statistic by statistic, per slice.</summary>
internal sealed record ModulePage : PageModel
{
    public override string Kind => "module";

    public required ImmutableArray<Fact> Facts { get; init; }

    public required ImmutableArray<HeadTable> Tables { get; init; }

    public static ModulePage From(SiteIndex site, string model, AttentionModule module)
    {
        var runs = site.RunsOf(model);
        var name = site.NameOf(model, module);
        return new()
        {
            Path = SiteAddresses.Module(model, module.Name),
            Heading = $"{model} / {name}",
            Lead = $"{Words.Sentence(name)} has {Words.Count(module.Heads, "head")}, measured over {Words.Count(runs.Length, "slice")}; the attention is {Words.Of(module.Mechanism)}.",
            Breadcrumb = [new("Models", SiteAddresses.Models), new(model, SiteAddresses.Model(model))],
            Rail = Navigation.Rail(site, model, module.Name),
            Neighbours = Navigation.Around(site, model, module),
            Comparisons = ComparisonPages.About(site, model, side => side.Part == module.Name),
            Siblings = Siblings.Of(site, model, id => Navigation.Captured(site, id).Any(m => m.Name == module.Name) ? SiteAddresses.Module(id, module.Name) : null),
            Facts = ModuleFacts(module),
            Tables = [.. runs.Select(r => HeadTable.From(site, r, module.Name))],
            Provenance = PageProvenance.Of(runs),
        };
    }

    private static ImmutableArray<Fact> ModuleFacts(AttentionModule module)
    {
        var facts = ImmutableArray.CreateBuilder<Fact>();
        facts.Add(new("Kind", Words.Sentence(Words.Of(module.Kind))));
        facts.Add(new("Heads", module.KeyValueHeads > 0 && module.KeyValueHeads < module.Heads ? $"{module.Heads} query heads over {module.KeyValueHeads} key and value heads" : $"{module.Heads}"));
        if (module.Window is { } window)
        {
            facts.Add(new("Window", $"{window} keys back"));
        }

        facts.Add(new("Obtained", Words.Sentence(Words.Of(module.Mechanism))));
        if (module.FurtherProducts > 0)
        {
            facts.Add(new("Used by", $"{module.FurtherProducts + 1} products with values; layers that reuse the weights have no module of their own"));
        }

        facts.Add(new("Tensor", module.Tensor) { IsCode = true });
        return facts.ToImmutable();
    }
}

/// <summary>Heads in rows, statistics in columns, means in cells.</summary>
internal sealed record HeadTable(PageLink Slice, int Examples, ImmutableArray<PageLink> Columns, ImmutableArray<HeadTableRow> Rows)
{
    public static HeadTable From(SiteIndex site, RunContent run, string module)
    {
        var definitions = run.Table.StatisticIds.Select(site.Statistic).ToList();
        return new(
            new(run.SliceId, SiteAddresses.Slice(run.SliceId)),
            run.Table.Examples.Length,
            [.. definitions.Select(StatisticBlock.LinkTo)],
            [
                .. run.Summary.Heads.Where(h => h.Head.Module == module).Select(h => new HeadTableRow(
                    new(site.NameOf(run.ModelId, h.Head), SiteAddresses.Head(run.ModelId, h.Head)),
                    [.. h.Statistics.Zip(definitions, (s, d) => Quantity.Of(s.Mean, d.Unit))])),
            ]);
    }
}

internal sealed record HeadTableRow(PageLink Head, ImmutableArray<Quantity> Means);

using System.Collections.Immutable;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Pages.Models;
using IzzyViz.SiteGen.Pages.Sites;

namespace IzzyViz.SiteGen.Pages;

/// <summary>The rail (models, layers, heads) and the neighbours that arrow keys lead to.</summary>
internal static class Navigation
{
    public static ImmutableArray<RailItem> Rail(SiteIndex site, string? model = null, string? module = null, HeadAddress? head = null) =>
    [
        .. site.Groups.Select(group => (group, Items: group.Members.Select(m => new RailItem(
            new(m.Label, SiteAddresses.Model(m.Card.Id)),
            m.Card.Id == model && module is null,
            m.Card.Id == model ? Modules(site, m.Card, module, head) : [])).ToImmutableArray()))
            .Select(g => g.group.Family is null ? g.Items[0] : Family(g.group, g.Items, model)),
    ];

    public static Neighbours Around(SiteIndex site, string model, HeadAddress head)
    {
        var heads = site.HeadsOf(model);
        return new()
        {
            Previous = LinkTo(site, model, heads, head with { Head = head.Head - 1 }),
            Next = LinkTo(site, model, heads, head with { Head = head.Head + 1 }),
            Up = LinkTo(site, model, heads, head with { Layer = head.Layer - 1 }),
            Down = LinkTo(site, model, heads, head with { Layer = head.Layer + 1 }),
        };
    }

    public static Neighbours Around(SiteIndex site, string model, AttentionModule module)
    {
        var modules = Captured(site, model);
        var place = modules.FindIndex(m => m.Name == module.Name);
        return new() { Up = ModuleAt(place - 1), Down = ModuleAt(place + 1) };

        PageLink? ModuleAt(int index) =>
            index < 0 || index >= modules.Count ? null : new(site.NameOf(model, modules[index]), SiteAddresses.Module(model, modules[index].Name));
    }

    /// <summary>The modules of a model that have heads to show.</summary>
    public static List<AttentionModule> Captured(SiteIndex site, string model)
    {
        var heads = site.HeadsOf(model).Select(h => h.Module).ToHashSet(StringComparer.Ordinal);
        return [.. site.RunsOf(model).Take(1).SelectMany(r => r.Table.Modules).Where(m => heads.Contains(m.Name))];
    }

    private static RailItem Family(ModelGroup group, ImmutableArray<RailItem> items, string? model) =>
        new(new(group.Family!, SiteAddresses.Model(group.Family!)), false, items) { IsFamily = true, Size = group.Size, IsUnfolded = model is not null && group.Has(model) };

    private static ImmutableArray<RailItem> Modules(SiteIndex site, ModelCard model, string? module, HeadAddress? head) =>
    [
        .. Captured(site, model.Id).Select(m => new RailItem(
            new(Words.Sentence(site.NameOf(model.Id, m)), SiteAddresses.Module(model.Id, m.Name)),
            m.Name == module && head is null,
            m.Name == module ? Heads(site, model.Id, m.Name, head) : [])),
    ];

    private static ImmutableArray<RailItem> Heads(SiteIndex site, string model, string module, HeadAddress? head) =>
        [.. site.HeadsOf(model).Where(h => h.Module == module).Select(h => new RailItem(new(site.NameOf(model, h), SiteAddresses.Head(model, h)), h == head, []))];

    private static PageLink? LinkTo(SiteIndex site, string model, ImmutableArray<HeadAddress> heads, HeadAddress head) =>
        heads.Contains(head) ? new(site.NameOf(model, head), SiteAddresses.Head(model, head)) : null;
}

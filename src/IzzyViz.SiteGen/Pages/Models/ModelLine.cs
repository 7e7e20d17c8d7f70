using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IzzyViz.SiteGen.Pages.Drawn;
using IzzyViz.SiteGen.Pages.Sites;
using IzzyViz.SiteGen.Planning;
using IzzyViz.SiteGen.Publishing;

namespace IzzyViz.SiteGen.Pages.Models;

/// <summary>A model or a family in one line: name, what it is, and per member how it answers and its layer by head strip as a signature.</summary>
/// <param name="Heads">Of each member.</param>
internal sealed record ModelLine(string Name, PageLink Link, string? Title, string Architecture, int Heads, ImmutableArray<ModelMember> Members)
{
    /// <summary>"8 checkpoints"; null for a model on its own.</summary>
    public string? Size { get; init; }

    /// <summary>"Not captured, because …"; null for a model that is, and for a family of which some are.</summary>
    public string? NotCaptured { get; init; }

    /// <summary>What it is to answer right; empty where nobody could tell.</summary>
    public required string Success { get; init; }

    public Quantity Lowest => Extreme(first: true);

    public Quantity Highest => Extreme(first: false);

    [JsonIgnore]
    public IEnumerable<FigureView> Figures => Members.Select(m => m.Signature).OfType<FigureView>();

    public static ModelLine From(SiteIndex site, SitePath page, ModelGroup group)
    {
        var card = group.Members[0].Card;
        var members = group.Members.Select(m => ModelMember.From(site, page, m)).ToImmutableArray();
        return new(group.Family ?? card.Id, group.Family is { } family ? new(family, SiteAddresses.Model(family)) : members[0].Link, group.Title, card.Architecture, group.Members.Max(m => site.HeadsOf(m.Card.Id).Length), members)
        {
            Size = group.Family is null ? null : group.Size,
            NotCaptured = group.Members.All(m => m.Card.NotCaptured is not null) ? $"Not captured, because {card.NotCaptured}." : null,
            Success = members.Any(m => !double.IsNaN(m.Accuracy.Value)) ? card.Success : "",
        };
    }

    /// <summary>"3 models, 8 checkpoints and 5 repeats".</summary>
    public static string Counted(SiteIndex site)
    {
        (FamilyRole Role, string Name)[] roles = [(FamilyRole.Single, "model"), (FamilyRole.Checkpoint, "checkpoint"), (FamilyRole.Repeat, "repeat")];
        return Words.List([.. roles
            .Select(r => (r.Name, Count: site.Groups.Where(g => g.Role == r.Role).Sum(g => g.Members.Length)))
            .Where(r => r.Count > 0)
            .Select(r => Words.Count(r.Count, r.Name))]);
    }

    private Quantity Extreme(bool first)
    {
        var known = Members.Select(m => m.Accuracy).Where(a => !double.IsNaN(a.Value)).OrderBy(a => a.Value).ToList();
        return known.Count == 0 ? Quantity.Of(null, "share") : first ? known[0] : known[^1];
    }
}

internal sealed record ModelMember(PageLink Link, Quantity Accuracy, FigureView? Signature)
{
    public static ModelMember From(SiteIndex site, SitePath page, GroupMember member)
    {
        var runs = site.RunsOf(member.Card.Id);
        return new(
            new(member.Label, SiteAddresses.Model(member.Card.Id)),
            Quantity.Of(runs is [var first, ..] ? first.Summary.Outputs.Accuracy : null, "share"),
            runs is [var run, ..] ? PageFigures.Signature(site, page, run) : null);
    }
}

using System.Collections.Immutable;
using IzzyViz.SiteGen.Pages.Sites;
using IzzyViz.SiteGen.Planning;
using IzzyViz.SiteGen.Publishing;

namespace IzzyViz.SiteGen.Pages.Models;

/// <summary>The same thing in the other members of a model's family; empty for a model on its own.</summary>
internal sealed record Siblings(string Title, ImmutableArray<SiblingLink> Links)
{
    public static readonly Siblings None = new("", []);

    /// <param name="addressIn">Where the thing is in a member, by the member's id; null where that one does not have it.</param>
    public static Siblings Of(SiteIndex site, string model, Func<string, SitePath?> addressIn)
    {
        var group = site.GroupOf(model);
        return group.Family is null ? None : new(
            $"{(group.Role == FamilyRole.Checkpoint ? "Checkpoints" : "Repeats")} of {group.Family}",
            [.. group.Members.Select(m => (m, To: addressIn(m.Card.Id))).Where(m => m.To is not null).Select(m => new SiblingLink(new(m.m.Label, m.To!.Value), m.m.Card.Id == model))]);
    }
}

internal sealed record SiblingLink(PageLink Link, bool IsCurrent);

using System.Collections.Immutable;
using IzzyViz.SiteGen.Pages.Sites;
using IzzyViz.SiteGen.Planning;

namespace IzzyViz.SiteGen.Pages.Models;

/// <summary>A model on its own, or the checkpoints or repeats of one architecture in the order of their labels.</summary>
/// <param name="Family">Null for a model on its own.</param>
internal sealed record ModelGroup(string? Family, FamilyRole Role, ImmutableArray<GroupMember> Members)
{
    /// <summary>What its members have in common as a title; null where they have none.</summary>
    public string? Title => Members[0] is { Card.Title: { } title, Label: var label } ? title.EndsWith($", {label}", StringComparison.Ordinal) ? title[..^(label.Length + 2)] : title : null;

    /// <summary>"8 checkpoints".</summary>
    public string Size => Words.Count(Members.Length, Role switch { FamilyRole.Checkpoint => "checkpoint", FamilyRole.Repeat => "repeat", _ => "model" });

    public bool Has(string model) => Members.Any(m => m.Card.Id == model);

    /// <summary>Groups in the order of their first models.</summary>
    public static ImmutableArray<ModelGroup> Of(SiteContent content)
    {
        var plans = content.Plan.Models.ToDictionary(m => m.Id, StringComparer.Ordinal);
        return
        [
            .. content.Models
                .Select(card => (Card: card, Plan: plans.GetValueOrDefault(card.Id)))
                .GroupBy(m => m.Plan?.Family is { } family ? (family, "") : ("", m.Card.Id))
                .Select(g => new ModelGroup(g.First().Plan?.Family, g.First().Plan?.Role ?? FamilyRole.Single, [.. g.Select(m => new GroupMember(m.Card, m.Plan?.Label ?? m.Card.Id))])),
        ];
    }
}

/// <param name="Label">"step 200" in a family, the id of a model on its own.</param>
internal sealed record GroupMember(ModelCard Card, string Label);

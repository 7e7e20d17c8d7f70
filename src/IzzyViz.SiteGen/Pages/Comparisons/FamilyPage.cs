using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IzzyViz.SiteGen.Pages.Drawn;
using IzzyViz.SiteGen.Pages.Models;
using IzzyViz.SiteGen.Pages.Sites;
using IzzyViz.SiteGen.Pages.Slices;
using IzzyViz.SiteGen.Planning;

namespace IzzyViz.SiteGen.Pages.Comparisons;

/// <summary>The checkpoints or repeats of one architecture: its members, what they answer, and the comparisons of them.</summary>
internal sealed record FamilyPage : PageModel
{
    public override string Kind => "family";

    public string? Title { get; init; }

    public required ImmutableArray<ModelLine> Models { get; init; }

    public required ImmutableArray<FamilySlice> Slices { get; init; }

    [JsonIgnore]
    public override IEnumerable<FigureView> Figures => Models.SelectMany(m => m.Figures);

    public static FamilyPage From(SiteIndex site, ModelGroup group)
    {
        var path = SiteAddresses.Model(group.Family!);
        var slices = group.Members.SelectMany(m => site.RunsOf(m.Card.Id)).Select(r => r.SliceId).Distinct(StringComparer.Ordinal);
        return new()
        {
            Path = path,
            Heading = group.Family!,
            Title = group.Title,
            Lead = Sentence(site, group),
            Breadcrumb = [new("Models", SiteAddresses.Models)],
            Rail = Navigation.Rail(site, group.Members[0].Card.Id, module: ""),
            Comparisons = [.. site.Content.Comparisons.Where(c => c.Plan.Sides.Any(s => group.Has(s.Model))).Select(c => ComparisonPages.LinkTo(site, c))],
            Models = [ModelLine.From(site, path, group)],
            Slices = [.. slices.Select(s => FamilySlice.From(site, group, s))],
            Provenance = [.. group.Members.Select(m => new Fact(m.Label, m.Card.ContentHash[..Math.Min(16, m.Card.ContentHash.Length)]) { IsCode = true })],
        };
    }

    private static string Sentence(SiteIndex site, ModelGroup group)
    {
        var card = group.Members[0].Card;
        var heads = group.Members.Max(m => site.HeadsOf(m.Card.Id).Length);
        var range = group.Members.Length > 1 ? $", from {group.Members[0].Label} to {group.Members[^1].Label}" : "";
        var line = ModelLine.From(site, SiteAddresses.Models, group);
        var right = double.IsNaN(line.Highest.Value) ? "" : line.Lowest.Value == line.Highest.Value
            ? $"; each answers {line.Highest} right"
            : $"; between {line.Lowest} and {line.Highest} of the answers are right";
        var alike = group.Role == FamilyRole.Repeat ? ", trained alike but for the seed" : "";
        return $"{group.Size} of one architecture ({card.Architecture}){range}{alike}, {Words.Count(heads, "attention head")} each{right}.";
    }
}

/// <summary>What the members answer over one slice.</summary>
internal sealed record FamilySlice(PageLink Slice, ImmutableArray<ResultRow> Results)
{
    public static FamilySlice From(SiteIndex site, ModelGroup family, string slice) => new(
        ComparisonPage.SliceLink(slice),
        [
            .. from member in family.Members
               from run in site.RunsOf(member.Card.Id)
               where run.SliceId == slice
               select ResultRow.From(site, run, new(member.Label, SiteAddresses.Model(member.Card.Id))),
        ]);
}

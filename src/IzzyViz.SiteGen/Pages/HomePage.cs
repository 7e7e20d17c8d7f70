using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IzzyViz.SiteGen.Pages.Comparisons;
using IzzyViz.SiteGen.Pages.Documents;
using IzzyViz.SiteGen.Pages.Drawn;
using IzzyViz.SiteGen.Pages.Models;
using IzzyViz.SiteGen.Pages.Reviews;
using IzzyViz.SiteGen.Pages.Sites;
using IzzyViz.SiteGen.Pages.Slices;

namespace IzzyViz.SiteGen.Pages;

/// <summary>What is here: models with their signatures, slices, documents.</summary>
internal sealed record HomePage : PageModel
{
    public override string Kind => "home";

    public string? Description { get; init; }

    /// <summary>The verdict of the review, where there is one.</summary>
    public string? Verdict { get; init; }

    public required ImmutableArray<ModelLine> Models { get; init; }

    public required ImmutableArray<SliceLine> Slices { get; init; }

    /// <summary>Each with its answer.</summary>
    public required ImmutableArray<ComparisonLine> Answers { get; init; }

    public required ImmutableArray<PageLink> Documents { get; init; }

    [JsonIgnore]
    public override IEnumerable<FigureView> Figures => Models.SelectMany(m => m.Figures);

    public static HomePage From(SiteIndex site)
    {
        var content = site.Content;
        return new()
        {
            Path = SiteAddresses.Home,
            Heading = content.Plan.Title,
            Description = content.Plan.Description,
            Lead = Sentence(site),
            Verdict = content.Review is { } review ? ReviewWords.Verdict(review) : null,
            Rail = Navigation.Rail(site),
            Models = [.. site.Groups.Select(m => ModelLine.From(site, SiteAddresses.Home, m))],
            Slices = [.. site.Slices.Select(s => SliceLine.From(site, s))],
            Answers = [.. content.Comparisons.Select(c => ComparisonLine.From(site, c))],
            Documents = [.. DocumentOrder.Top(content.Documents).Select(d => d.Link)],
        };
    }

    private static string Sentence(SiteIndex site)
    {
        var heads = site.Content.Models.Sum(m => site.HeadsOf(m.Id).Length);
        var examples = site.Slices.Sum(s => site.RunsOver(s)[0].Table.Examples.Length);
        var shown = site.Content.Runs.Sum(r => r.Shown.Length);
        return $"{Words.Count(heads, "attention head")} of {ModelLine.Counted(site)}, measured on {Words.Count(examples, "example")} in {Words.Count(site.Slices.Length, "slice")}; {Words.Count(shown, "example")} drawn in full.";
    }
}

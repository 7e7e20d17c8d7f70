using System.Collections.Immutable;
using IzzyViz.SiteGen.Pages.Sites;
using IzzyViz.SiteGen.Planning;

namespace IzzyViz.SiteGen.Pages.Comparisons;

/// <summary>The page of a comparison by its kind, and the links to it from everything it speaks of.</summary>
internal static class ComparisonPages
{
    public static PageModel Of(SiteIndex site, ComparisonContent content)
    {
        var view = new ComparisonView(site, content);
        return content.Plan.Kind switch
        {
            ComparisonKind.Heads => HeadComparisonPage.From(view),
            ComparisonKind.Layers => LayerComparisonPage.From(view),
            ComparisonKind.Checkpoints => CheckpointPage.From(view),
            ComparisonKind.Repeats => RepeatPage.From(view),
            _ => ModelComparisonPage.From(view),
        };
    }

    public static PageLink LinkTo(SiteIndex site, ComparisonContent content) => new(new ComparisonView(site, content).Title, SiteAddresses.Comparison(content.Plan.Id));

    /// <summary>Comparisons that speak of a model, or of the part of it that is named.</summary>
    public static ImmutableArray<PageLink> About(SiteIndex site, string model, Func<ComparedSide, bool>? isMeant = null) =>
    [
        .. site.Content.Comparisons
            .Where(c => c.Plan.Sides.Any(s => s.Model == model && (isMeant is null || s.Part is null || isMeant(s))))
            .Select(c => LinkTo(site, c)),
    ];

    /// <summary>Those that compare a model over a slice.</summary>
    public static ImmutableArray<PageLink> Over(SiteIndex site, string model, string slice) =>
        [.. site.Content.Comparisons.Where(c => c.Plan.Has(model) && c.Plan.Slices.Contains(slice, StringComparer.Ordinal)).Select(c => LinkTo(site, c))];
}

/// <summary>Every comparison with its answer.</summary>
internal sealed record ComparisonListPage : PageModel
{
    public override string Kind => "comparisons";

    public required ImmutableArray<ComparisonLine> Lines { get; init; }

    public static ComparisonListPage From(SiteIndex site) => new()
    {
        Path = SiteAddresses.Comparisons,
        Heading = "Comparisons",
        Lead = $"{Words.Count(site.Content.Comparisons.Length, "comparison")} of models, heads, layers and families, each with its answer.",
        Rail = Navigation.Rail(site),
        Lines = [.. site.Content.Comparisons.Select(c => ComparisonLine.From(site, c))],
    };
}

internal sealed record ComparisonLine(PageLink Link, string What, string Answer)
{
    public static ComparisonLine From(SiteIndex site, ComparisonContent content)
    {
        var view = new ComparisonView(site, content);
        return new(new(view.Title, view.Path), view.KindWords, ComparisonWords.Lead(view));
    }
}

using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using IzzyViz.SiteGen.Pages.Drawn;
using IzzyViz.SiteGen.Pages.Reviews;
using IzzyViz.SiteGen.Pages.Sites;
using IzzyViz.SiteGen.Publishing;

namespace IzzyViz.SiteGen.Pages.Comparisons;

/// <summary>What pages of comparisons have in common: the difference first, then both sides.</summary>
internal abstract record ComparisonPage : PageModel
{
    /// <summary>The frame of the page; what the kind of comparison shows is the constructor's work that calls this one.</summary>
    [SetsRequiredMembers]
    protected ComparisonPage(ComparisonView view)
    {
        Path = view.Path;
        Heading = view.Title;
        Lead = ComparisonWords.Lead(view);
        Breadcrumb = [new("Comparisons", SiteAddresses.Comparisons)];
        Rail = Navigation.Rail(view.Site);
        What = view.KindWords;
        Sides = view.SideLinks;
        Slice = SliceLink(view.Main.SliceId);
        Basis = ComparisonBasis.Of(view);
        Provenance = ProvenanceOf(view);
    }

    /// <summary>What is compared in words: "float against int8".</summary>
    public string What { get; init; }

    public ImmutableArray<PageLink> Sides { get; init; }

    /// <summary>The slice that figures and tables are about.</summary>
    public PageLink Slice { get; init; }

    /// <summary>How many examples were compared, whose maps, and how tokens were aligned.</summary>
    public string Basis { get; init; }

    [JsonIgnore]
    public PageLink Distance { get; } = FigureLinks.To("head-pairs");

    public ImmutableArray<DrawnPair> Drawn { get; init; } = [];

    public static PageLink SliceLink(string slice) => new(slice, SiteAddresses.Slice(slice));

    [JsonIgnore]
    public override IEnumerable<FigureView> Figures => [.. Own, .. Drawn.SelectMany(d => d.Figures)];

    /// <summary>Figures besides those of drawn examples.</summary>
    [JsonIgnore]
    protected abstract IEnumerable<FigureView> Own { get; }

    /// <summary>The side's models and the rows compared into what the footer says.</summary>
    private static ImmutableArray<Fact> ProvenanceOf(ComparisonView view) =>
    [
        .. view.Plan.Sides.Select(s => s.Model).Distinct(StringComparer.Ordinal)
            .SelectMany(m => PageProvenance.Of([view.Run(m, view.Main.SliceId)]).Where(f => f.Name == "Model").Select(f => f with { Name = $"Model {m}" })),
        .. PageProvenance.Of([.. view.Slices.Select(s => view.Run(view.Plan.Sides[0].Model, s.SliceId))]).Where(f => f.Name.StartsWith("Rows", StringComparison.Ordinal)),
    ];
}

/// <summary>One example on both sides: what differs, then each side on the same scale with its tokens in the same places.</summary>
internal sealed record DrawnPair(string Why, NamedThing Example, FigureView Difference, FigureView First, FigureView Second)
{
    /// <summary>Both sides in one map: cells and circles.</summary>
    public FigureView? Circles { get; init; }

    [JsonIgnore]
    public IEnumerable<FigureView> Figures => Circles is null ? [Difference, First, Second] : [Difference, Circles, First, Second];
}

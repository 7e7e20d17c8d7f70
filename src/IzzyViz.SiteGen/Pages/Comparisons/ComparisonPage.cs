using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IzzyViz.SiteGen.Publishing;

namespace IzzyViz.SiteGen.Pages.Comparisons;

/// <summary>What pages of comparisons have in common: the difference first, then both sides.</summary>
internal abstract record ComparisonPage : PageModel
{
    /// <summary>What is compared in words: "float against int8".</summary>
    public required string What { get; init; }

    public required ImmutableArray<PageLink> Sides { get; init; }

    /// <summary>The slice that figures and tables are about.</summary>
    public required PageLink Slice { get; init; }

    /// <summary>How many examples were compared, whose maps, and how tokens were aligned.</summary>
    public required string Basis { get; init; }

    [JsonIgnore]
    public PageLink Distance { get; } = FigureLinks.To("head-pairs");

    public ImmutableArray<DrawnPair> Drawn { get; init; } = [];

    public static ImmutableArray<PageLink> Crumbs => [new("Comparisons", SiteAddresses.Comparisons)];

    public static PageLink SliceLink(string slice) => new(slice, SiteAddresses.Slice(slice));

    [JsonIgnore]
    public override IEnumerable<FigureView> Figures => [.. Own, .. Drawn.SelectMany(d => d.Figures)];

    /// <summary>Figures besides those of drawn examples.</summary>
    [JsonIgnore]
    protected abstract IEnumerable<FigureView> Own { get; }

    /// <summary>Turns the side's models and the rows compared into what the footer says.</summary>
    public static ImmutableArray<Fact> ProvenanceOf(ComparisonView view) =>
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

using System.Collections.Immutable;
using IzzyViz.Analysis.Reviews;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Pages.Sites;
using IzzyViz.SiteGen.Planning;
using IzzyViz.SiteGen.Publishing;

namespace IzzyViz.SiteGen.Pages.Comparisons;

/// <summary>A comparison beside the runs it speaks of.</summary>
internal sealed class ComparisonView(SiteIndex site, ComparisonContent content)
{
    public SiteIndex Site => site;

    public ComparisonPlan Plan => content.Plan;

    public ImmutableArray<ComparedSlice> Slices => content.Slices;

    /// <summary>The slice whose figures the page shows; the others are lines of a table.</summary>
    public ComparedSlice Main => content.Slices[0];

    public SitePath Path => SiteAddresses.Comparison(Plan.Id);

    public string First => SideName(0);

    public string Second => SideName(1);

    public string Title => Plan.Title ?? Plan.Kind switch
    {
        ComparisonKind.Checkpoints => $"Checkpoints of {Plan.Family}",
        ComparisonKind.Repeats => $"Repeats of {Plan.Family}",
        _ => $"{First} against {Second}",
    };

    public string KindWords => Plan.Kind switch
    {
        ComparisonKind.Heads => "head against head",
        ComparisonKind.Layers => "layer against layer",
        ComparisonKind.Checkpoints => "checkpoints",
        ComparisonKind.Repeats => "repeats",
        _ => Precisions() is [var a, var b] ? $"{Precision(a)} against {Precision(b)}" : "model against model",
    };

    public RunContent Run(string model, string slice) => site.RunsOf(model).First(r => r.SliceId == slice);

    public RunContent Run(int side) => Run(Plan.Sides[side].Model, Main.SliceId);

    public ImmutableArray<RunContent> MainRuns => [.. Plan.Sides.Select(s => Run(s.Model, Main.SliceId))];

    public string SideName(int side) => Plan.Sides[side] is var s && s.Part is null ? Label(s.Model) : $"{s.Model} / {PartName(s)}";

    /// <summary>"step 200" within a family, the id elsewhere.</summary>
    public string Label(string model) => Plan.Family is null ? model : site.GroupOf(model).Members.First(m => m.Card.Id == model).Label;

    /// <summary>Both sides, or the family whose members are compared.</summary>
    public ImmutableArray<PageLink> SideLinks => Plan.Family is { } family
        ? [new(family, SiteAddresses.Model(family))]
        : [.. Plan.Sides.Select((s, i) => new PageLink(SideName(i), AddressOf(s)))];

    public string NameOf(string model, HeadAddress head) => site.NameOf(model, head);

    /// <summary>Two runs over one slice as a review would see them, the second under the name of the first.</summary>
    public static RunReview Review(RunTable first, RunTable second) =>
        ReviewComparer.Compare([first], [second with { ModelId = first.ModelId }], new()).Runs.Single();

    public static RunReview Review(RunTable first, RunTable second, string slice) => Review(first with { SliceId = slice }, second with { SliceId = slice });

    private static string Precision(string precision) => precision == "fp32" ? "float" : precision;

    private string[] Precisions()
    {
        string[] found = [.. Plan.Sides.Select(s => site.Card(s.Model).Structure.Precision)];
        return found.Distinct(StringComparer.Ordinal).Skip(1).Any() ? found : [];
    }

    private HeadAddress HeadOf(ComparedSide side) => site.HeadsOf(side.Model).First(side.Takes);

    private string PartName(ComparedSide side) => Plan.Kind == ComparisonKind.Heads
        ? site.NameOf(side.Model, HeadOf(side))
        : site.NameOf(side.Model, Navigation.Captured(site, side.Model).First(m => m.Name == side.Part));

    private SitePath AddressOf(ComparedSide side) => (side.Part, Plan.Kind) switch
    {
        (null, _) => SiteAddresses.Model(side.Model),
        (_, ComparisonKind.Heads) => SiteAddresses.Head(side.Model, HeadOf(side)),
        _ => SiteAddresses.Module(side.Model, side.Part),
    };
}

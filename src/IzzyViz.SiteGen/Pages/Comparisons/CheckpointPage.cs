using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IzzyViz.Analysis.Comparisons;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Figures;
using IzzyViz.SiteGen.Figures.Comparisons;

namespace IzzyViz.SiteGen.Pages.Comparisons;

/// <summary>The checkpoints of one architecture: when its heads become what they are.</summary>
internal sealed record CheckpointPage : ComparisonPage
{
    private const int MostRows = 8;

    public override string Kind => "comparison-checkpoints";

    public required FigureView Lines { get; init; }

    public required ImmutableArray<PatternAppearance> Patterns { get; init; }

    /// <summary>Heads that follow no pattern at the last checkpoint.</summary>
    public required int WithoutPattern { get; init; }

    public required ImmutableArray<StepInterval> Intervals { get; init; }

    public required ImmutableArray<ResultRow> Results { get; init; }

    /// <summary>One example through the checkpoints.</summary>
    public FigureView? Sheet { get; init; }

    /// <summary>The head that changed most in that example, step by step in every cell.</summary>
    public FigureView? Evolution { get; init; }

    public PageLink? SheetExample { get; init; }

    [JsonIgnore]
    protected override IEnumerable<FigureView> Own => [Lines, .. new[] { Sheet, Evolution }.OfType<FigureView>()];

    public static CheckpointPage From(ComparisonView view)
    {
        var runs = view.MainRuns;
        var intervals = StepInterval.Of(view);
        var largest = view.Main.Pairs.Take(runs.Length - 1).MaxBy(p => double.IsNaN(p.Mean) ? -1 : p.Mean)!;
        var patterns = PatternAppearance.Of(view, runs);
        var steps = StepSheet.Of(view, runs, MostRows);
        return new()
        {
            Path = view.Path,
            Heading = view.Title,
            Lead = ComparisonWords.Lead(view),
            Breadcrumb = Crumbs,
            Rail = Navigation.Rail(view.Site),
            What = view.KindWords,
            Sides = [new(view.Plan.Family!, SiteAddresses.Model(view.Plan.Family!))],
            Slice = SliceLink(view.Main.SliceId),
            Basis = ComparisonBasis.Of(view),
            Lines = StepSheet.Lines(view, runs),
            Patterns = patterns,
            WithoutPattern = runs[^1].Table.Heads.Length - patterns.Length,
            Intervals = intervals,
            Results = [.. runs.Select(r => ResultRow.From(view.Site, r, new(view.Label(r.ModelId), SiteAddresses.Model(r.ModelId))))],
            Sheet = steps.Sheet,
            Evolution = steps.Evolution,
            SheetExample = steps.Example,
            Drawn = DrawnPairs.Furthest(view, largest, count: 1),
            Provenance = ProvenanceOf(view),
        };
    }
}

/// <summary>A head that follows a pattern at the last checkpoint, and since when.</summary>
/// <param name="Since">The first checkpoint from which on it follows it at every later one.</param>
/// <param name="Before">The share at the checkpoint before that; absent where it did from the first.</param>
internal sealed record PatternAppearance(PageLink Head, PageLink Pattern, PageLink Since, bool FromTheStart, Quantity Before, Quantity There, Quantity AtTheEnd)
{
    public static ImmutableArray<PatternAppearance> Of(ComparisonView view, ImmutableArray<RunContent> runs) =>
    [
        .. runs[^1].Summary.Heads
            .Select((head, index) => (Head: head, Index: index, Pattern: PatternWords.Of(head)))
            .Where(h => h.Pattern is not null)
            .Select(h => Of(view, runs, (h.Index, h.Pattern!.StatisticId)))
            .OrderBy(a => a.FromTheStart),
    ];

    private static PatternAppearance Of(ComparisonView view, ImmutableArray<RunContent> runs, (int Head, string Statistic) what)
    {
        double At(int step) => runs[step].Summary.Heads[what.Head].Statistics.First(s => s.StatisticId == what.Statistic).Mean;
        var since = runs.Length - 1;
        while (since > 0 && At(since - 1) >= PatternWords.Notable)
        {
            since--;
        }

        var (address, model, definition) = (runs[^1].Table.Heads[what.Head], runs[^1].ModelId, view.Site.Statistic(what.Statistic));
        return new(
            new(view.NameOf(model, address), SiteAddresses.Head(model, address)),
            StatisticBlock.LinkTo(definition),
            new(view.Label(runs[since].ModelId), SiteAddresses.Head(runs[since].ModelId, address)),
            since == 0,
            Quantity.Of(since == 0 ? double.NaN : At(since - 1), definition.Unit),
            Quantity.Of(At(since), definition.Unit),
            Quantity.Of(At(runs.Length - 1), definition.Unit));
    }
}

/// <summary>From one checkpoint to the next.</summary>
/// <param name="ToLast">Distance of the first of the two from the last checkpoint.</param>
internal sealed record StepInterval(PageLink From, PageLink To, Quantity Mean, string Furthest, Quantity Largest, Quantity ToLast)
{
    public static ImmutableArray<StepInterval> Of(ComparisonView view)
    {
        var steps = view.Plan.Sides.Length - 1;
        var pairs = view.Main.Pairs;
        return [.. pairs.Take(steps).Select((pair, i) => Of(view, pair, i < steps - 1 ? pairs[steps + i].Mean : pair.Mean))];
    }

    private static StepInterval Of(ComparisonView view, ComparedPair pair, double toLast)
    {
        var furthest = pair.Means.IsEmpty ? default : pair.Means.MaxBy(m => m.Distance);
        return new(
            new(view.Label(pair.First), SiteAddresses.Model(pair.First)),
            new(view.Label(pair.Second), SiteAddresses.Model(pair.Second)),
            Distance.Of(pair.Mean),
            pair.Means.IsEmpty ? "" : view.NameOf(pair.First, furthest.Heads.First),
            Distance.Of(pair.Means.IsEmpty ? double.NaN : furthest.Distance),
            Distance.Of(toLast));
    }
}

using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using IzzyViz.Analysis.Comparisons;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Figures.Comparisons;
using IzzyViz.SiteGen.Pages.Drawn;
using IzzyViz.SiteGen.Pages.Sites;
using IzzyViz.SiteGen.Pages.Slices;

namespace IzzyViz.SiteGen.Pages.Comparisons;

/// <summary>The checkpoints of one architecture: when its heads become what they are.</summary>
internal sealed record CheckpointPage : ComparisonPage
{
    private const int MostRows = 8;

    [SetsRequiredMembers]
    private CheckpointPage(ComparisonView view)
        : base(view)
    {
        var runs = view.MainRuns;
        var intervals = StepInterval.Of(view);
        var largest = view.Main.Pairs.Take(runs.Length - 1).MaxBy(p => double.IsNaN(p.Mean) ? -1 : p.Mean)!;
        var patterns = PatternAppearance.Of(view, runs);
        var steps = StepSheet.Of(view, runs, MostRows);
        Lines = StepSheet.Lines(view, runs);
        Patterns = patterns;
        WithoutPattern = runs[^1].Table.Heads.Length - patterns.Length;
        Intervals = intervals;
        Results = [.. runs.Select(r => ResultRow.From(view.Site, r, new(view.Label(r.ModelId), SiteAddresses.Model(r.ModelId))))];
        Sheet = steps.Sheet;
        Evolution = steps.Evolution;
        SheetExample = steps.Example;
        Drawn = DrawnPairs.Furthest(view, largest, count: 1);
    }

    public override string Kind => "comparison-checkpoints";

    public FigureView Lines { get; init; }

    public ImmutableArray<PatternAppearance> Patterns { get; init; }

    /// <summary>Heads that follow no pattern at the last checkpoint.</summary>
    public int WithoutPattern { get; init; }

    public ImmutableArray<StepInterval> Intervals { get; init; }

    public ImmutableArray<ResultRow> Results { get; init; }

    /// <summary>One example through the checkpoints.</summary>
    public FigureView? Sheet { get; init; }

    /// <summary>The head that changed most in that example, step by step in every cell.</summary>
    public FigureView? Evolution { get; init; }

    public PageLink? SheetExample { get; init; }

    [JsonIgnore]
    protected override IEnumerable<FigureView> Own => [Lines, .. new[] { Sheet, Evolution }.OfType<FigureView>()];

    public static CheckpointPage From(ComparisonView view) => new(view);
}

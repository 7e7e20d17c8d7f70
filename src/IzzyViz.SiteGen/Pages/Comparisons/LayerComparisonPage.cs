using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using IzzyViz.Analysis.Comparisons;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Figures.Comparisons;
using IzzyViz.SiteGen.Pages.Drawn;

namespace IzzyViz.SiteGen.Pages.Comparisons;

/// <summary>Two layers on the same inputs: every head of one against every head of the other, and what their heads do on average.</summary>
internal sealed record LayerComparisonPage : ComparisonPage
{
    [SetsRequiredMembers]
    private LayerComparisonPage(ComparisonView view)
        : base(view)
    {
        var pair = view.Main.Pairs[0];
        var nearest = pair.Means.IsEmpty ? -1 : pair.Heads.Pairs.IndexOf(pair.Means.MinBy(m => m.Distance).Heads);
        Pairs = Matrix(view, pair);
        Nearest = [.. pair.Means.GroupBy(m => m.Heads.First).Select(g => NearestHead.Of(view, pair, g.MinBy(m => m.Distance)))];
        Statistics = LayerStatistic.Of(view, pair);
        Slices = [.. view.Slices.Select(SliceDistance.Of)];
        Drawn = nearest < 0 ? [] : DrawnPairs.Extremes(view, pair, nearest);
    }

    public override string Kind => "comparison-layers";

    public FigureView Pairs { get; init; }

    public ImmutableArray<NearestHead> Nearest { get; init; }

    public ImmutableArray<LayerStatistic> Statistics { get; init; }

    public ImmutableArray<SliceDistance> Slices { get; init; }

    [JsonIgnore]
    protected override IEnumerable<FigureView> Own => [Pairs];

    public static LayerComparisonPage From(ComparisonView view) => new(view);

    private static FigureView Matrix(ComparisonView view, ComparedPair pair)
    {
        var rows = pair.Heads.Pairs.Select(p => p.First).Distinct().Select(h => view.NameOf(pair.First, h));
        var columns = pair.Heads.Pairs.Select(p => p.Second).Distinct().Select(h => view.NameOf(pair.Second, h));
        var block = new PairBlock("", [.. rows], [.. columns], [.. pair.Heads.Pairs.Select((_, i) => pair.MeanOf(i))]);
        return ComparisonFigures.Pairs(view.Path, [block], new("head-pairs", $"Heads of {view.First} against heads of {view.Second}", view.First, view.Second));
    }
}

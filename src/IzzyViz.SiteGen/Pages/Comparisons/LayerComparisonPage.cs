using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IzzyViz.Analysis.Comparisons;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Figures.Comparisons;

namespace IzzyViz.SiteGen.Pages.Comparisons;

/// <summary>Two layers on the same inputs: every head of one against every head of the other, and what their heads do on average.</summary>
internal sealed record LayerComparisonPage : ComparisonPage
{
    public override string Kind => "comparison-layers";

    public required FigureView Pairs { get; init; }

    public required ImmutableArray<NearestHead> Nearest { get; init; }

    public required ImmutableArray<LayerStatistic> Statistics { get; init; }

    public required ImmutableArray<SliceDistance> Slices { get; init; }

    [JsonIgnore]
    protected override IEnumerable<FigureView> Own => [Pairs];

    public static LayerComparisonPage From(ComparisonView view)
    {
        var pair = view.Main.Pairs[0];
        var nearest = pair.Means.IsEmpty ? -1 : pair.Heads.Pairs.IndexOf(pair.Means.MinBy(m => m.Distance).Heads);
        return new()
        {
            Path = view.Path,
            Heading = view.Title,
            Lead = ComparisonWords.Lead(view),
            Breadcrumb = Crumbs,
            Rail = Navigation.Rail(view.Site),
            What = view.KindWords,
            Sides = [view.SideLink(0), view.SideLink(1)],
            Slice = SliceLink(view.Main.SliceId),
            Basis = ComparisonBasis.Of(view),
            Pairs = Matrix(view, pair),
            Nearest = [.. pair.Means.GroupBy(m => m.Heads.First).Select(g => NearestHead.Of(view, pair, g.MinBy(m => m.Distance)))],
            Statistics = LayerStatistic.Of(view, pair),
            Slices = [.. view.Slices.Select(SliceDistance.Of)],
            Drawn = nearest < 0 ? [] : DrawnPairs.Extremes(view, pair, nearest),
            Provenance = ProvenanceOf(view),
        };
    }

    private static FigureView Matrix(ComparisonView view, ComparedPair pair)
    {
        var rows = pair.Heads.Pairs.Select(p => p.First).Distinct().Select(h => view.NameOf(pair.First, h));
        var columns = pair.Heads.Pairs.Select(p => p.Second).Distinct().Select(h => view.NameOf(pair.Second, h));
        var block = new PairBlock("", [.. rows], [.. columns], [.. pair.Heads.Pairs.Select((_, i) => pair.MeanOf(i))]);
        return ComparisonFigures.Pairs(view.Path, [block], new("head-pairs", $"Heads of {view.First} against heads of {view.Second}", view.First, view.Second));
    }
}

/// <summary>A head and the most alike one of the other side.</summary>
internal sealed record NearestHead(PageLink Head, PageLink Nearest, Quantity Distance)
{
    public static NearestHead Of(ComparisonView view, ComparedPair pair, (HeadPair Heads, double Distance) found) => new(
        new(view.NameOf(pair.First, found.Heads.First), SiteAddresses.Head(pair.First, found.Heads.First)),
        new(view.NameOf(pair.Second, found.Heads.Second), SiteAddresses.Head(pair.Second, found.Heads.Second)),
        Comparisons.Distance.Of(found.Distance));
}

/// <summary>A statistic's mean over the heads of each layer, with the lowest and highest head.</summary>
internal sealed record LayerStatistic(PageLink Definition, Quantity First, string FirstRange, Quantity Second, string SecondRange, Quantity Change)
{
    public static ImmutableArray<LayerStatistic> Of(ComparisonView view, ComparedPair pair)
    {
        var (first, second) = (view.Run(pair.First, view.Main.SliceId), view.Run(pair.Second, view.Main.SliceId));
        var (a, b) = (pair.Heads.Pairs.Select(p => p.First).ToHashSet(), pair.Heads.Pairs.Select(p => p.Second).ToHashSet());
        return
        [
            .. from id in first.Table.StatisticIds
               where second.Table.StatisticIds.Contains(id, StringComparer.Ordinal)
               let x = Values(first, id, a)
               let y = Values(second, id, b)
               where x.Count > 0 && y.Count > 0
               select Of(view, id, x, y),
        ];
    }

    private static LayerStatistic Of(ComparisonView view, string id, List<double> first, List<double> second)
    {
        var definition = view.Site.Statistic(id);
        string Range(List<double> values) => $"{Quantity.Of(values.Min(), definition.Unit)} to {Quantity.Of(values.Max(), definition.Unit)}";
        return new(
            StatisticBlock.LinkTo(definition),
            Quantity.Of(first.Average(), definition.Unit),
            Range(first),
            Quantity.Of(second.Average(), definition.Unit),
            Range(second),
            Quantity.Change(second.Average() - first.Average(), definition.Unit));
    }

    private static List<double> Values(RunContent run, string id, HashSet<HeadAddress> heads)
    {
        var place = run.Table.StatisticIds.IndexOf(id);
        return [.. run.Summary.Heads.Where(h => heads.Contains(h.Head)).Select(h => h.Statistics[place].Mean).Where(double.IsFinite)];
    }
}

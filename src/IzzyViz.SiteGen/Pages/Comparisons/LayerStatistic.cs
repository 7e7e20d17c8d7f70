using System.Collections.Immutable;
using IzzyViz.Analysis.Comparisons;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Pages.Definitions;
using IzzyViz.SiteGen.Pages.Sites;

namespace IzzyViz.SiteGen.Pages.Comparisons;

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

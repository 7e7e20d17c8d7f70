using System.Collections.Immutable;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Figures.Comparisons;
using IzzyViz.SiteGen.Pages.Drawn;
using IzzyViz.SiteGen.Pages.Sites;

namespace IzzyViz.SiteGen.Pages.Comparisons;

/// <summary>Matched heads over the first example that all repeats have: side by side, and the spread of every cell.</summary>
internal static class MatchedSheet
{
    public static (FigureView? Sheet, ImmutableArray<FigureView> Cells) Of(ComparisonView view, ImmutableArray<RunContent> runs, int most)
    {
        var rows = Rows(view, runs);
        return rows.IsEmpty ? (null, []) : (
            ComparisonFigures.Sheet(view.Path, [.. rows.Take(most).Select(r => r.Row)], new("matched", "Matched heads over one example", [.. runs.Select(r => view.Label(r.ModelId))])),
            Cells(view, rows));
    }

    private static ImmutableArray<FigureView> Cells(ComparisonView view, ImmutableArray<(SheetRow Row, double Distance)> rows)
    {
        var (least, most) = (rows.MinBy(r => r.Distance), rows.MaxBy(r => r.Distance));
        FigureView Draw(SheetRow row, string slug, string how) => KindFigures.Stability(view.Path, row.Maps, (slug, $"{row.Name} and the heads matched with it, which vary {how}"));
        return rows.Length == 1 ? [Draw(most.Row, "varies-most", "like this")] : [Draw(least.Row, "varies-least", "least"), Draw(most.Row, "varies-most", "most")];
    }

    /// <summary>With the mean distance of the matched heads from the head of the first repeat.</summary>
    private static ImmutableArray<(SheetRow Row, double Distance)> Rows(ComparisonView view, ImmutableArray<RunContent> runs)
    {
        if (view.Main.Pairs.Any(p => p.Matches.IsEmpty || p.Examples.IsEmpty))
        {
            return [];
        }

        var examples = runs.Select((r, i) => DrawnPairs.Load(r, i == 0 ? view.Main.Pairs[0].Examples[0].First : view.Main.Pairs[i - 1].Examples[0].Second)).ToArray();
        var goesWith = view.Main.Pairs.Select(p => MatchedHeads.Of(p.Matches).ToDictionary(h => h.First, h => h.Second)).ToArray();
        return
        [
            .. from head in MatchedRepeats.Heads(view)
               let maps = examples.Select((e, i) => Map(e, i == 0 ? head : goesWith[i - 1][head])).OfType<AttentionMap>().ToImmutableArray()
               where maps.Length == runs.Length && maps.All(m => m.Weights.Length == maps[0].Weights.Length)
               select (new SheetRow(view.NameOf(runs[0].ModelId, head), maps), Distance(view, head)),
        ];
    }

    private static AttentionMap? Map(ExampleSummary? example, HeadAddress head) => example?.Maps.FirstOrDefault(m => m.Head == head);

    private static double Distance(ComparisonView view, HeadAddress head) => view.Main.Pairs.Average(pair =>
    {
        var to = MatchedHeads.Of(pair.Matches).First(h => h.First == head);
        return pair.MeanOf(pair.Heads.Pairs.IndexOf(to));
    });
}

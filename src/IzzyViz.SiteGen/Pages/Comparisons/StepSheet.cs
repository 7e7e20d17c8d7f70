using System.Collections.Immutable;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Figures.Comparisons;
using IzzyViz.SiteGen.Figures.Slices;
using IzzyViz.SiteGen.Pages.Definitions;
using IzzyViz.SiteGen.Pages.Drawn;
using IzzyViz.SiteGen.Pages.Sites;
using IzzyViz.SiteGen.Planning;

namespace IzzyViz.SiteGen.Pages.Comparisons;

/// <summary>The checkpoints of a family drawn: statistics over steps, and one example through all of them.</summary>
internal static class StepSheet
{
    public static FigureView Lines(ComparisonView view, ImmutableArray<RunContent> runs)
    {
        var members = view.Site.Content.Plan.Models.Where(m => m.Family == view.Plan.Family).ToDictionary(m => m.Id, StringComparer.Ordinal);
        var positions = runs.Select(r => members.GetValueOrDefault(r.ModelId)?.Position).ToArray();
        ImmutableArray<double> places = Array.TrueForAll(positions, p => p.HasValue)
            ? [.. positions.Select(p => (double)p!.Value)]
            : [.. runs.Select((_, i) => (double)i)];
        var word = view.Label(runs[0].ModelId).Split(' ')[0];
        var axis = new StepAxis(word, [.. runs.Select(r => view.Label(r.ModelId)[word.Length..].Trim())], places);
        return ComparisonFigures.Lines(view.Path, [.. runs[0].Table.StatisticIds.Select(id => Panel(view, runs, id)).Where(p => p.Lines.Length > 0)], axis);
    }

    /// <summary>The first example that all checkpoints have maps of, with the heads that changed most from the first to the last, in the order of the heads.</summary>
    public static (FigureView? Sheet, FigureView? Evolution, PageLink? Example) Of(ComparisonView view, ImmutableArray<RunContent> runs, int rows)
    {
        var overall = view.Main.Pairs[^1] is var last && view.Main.Pairs.Length > runs.Length - 1 ? view.Main.Pairs[runs.Length - 1] : last;
        if (overall.Examples.IsEmpty)
        {
            return (null, null, null);
        }

        var index = overall.Examples[0].First;
        var examples = runs.Select(r => DrawnPairs.Load(r, index)).ToArray();
        var heads = overall.Means.OrderByDescending(m => m.Distance).Take(rows).Select(m => m.Heads.First).ToHashSet();
        var drawn = Rows(view, runs, examples, [.. runs[0].Table.Heads.Where(heads.Contains)]);
        if (drawn.IsEmpty)
        {
            return (null, null, null);
        }

        var most = view.NameOf(runs[0].ModelId, overall.Means.MaxBy(m => m.Distance).Heads.First);
        var row = drawn.FirstOrDefault(r => r.Name == most) ?? drawn[0];
        return (Draw(view, runs, drawn), KindFigures.Evolution(view.Path, row.Maps, $"{row.Name} from {view.Label(runs[0].ModelId)} to {view.Label(runs[^1].ModelId)}"), LinkTo(runs[^1], index));
    }

    private static FigureView Draw(ComparisonView view, ImmutableArray<RunContent> runs, ImmutableArray<SheetRow> rows) =>
        ComparisonFigures.Sheet(view.Path, rows, new("through-checkpoints", "One example through the checkpoints", [.. runs.Select(r => view.Label(r.ModelId))]));

    private static ImmutableArray<SheetRow> Rows(ComparisonView view, ImmutableArray<RunContent> runs, ExampleSummary?[] examples, ImmutableArray<HeadAddress> heads) =>
    [
        .. from head in heads
           let maps = examples.Select(e => e?.Maps.FirstOrDefault(m => m.Head == head)).OfType<AttentionMap>().ToImmutableArray()
           where maps.Length == runs.Length && maps.All(m => m.Axes.Keys.Count == maps[0].Axes.Keys.Count && m.Axes.Queries.Count == maps[0].Axes.Queries.Count)
           select new SheetRow(view.NameOf(runs[0].ModelId, head), maps),
    ];

    private static PageLink? LinkTo(RunContent run, int index) => run.Shown.Any(s => s.Index == index)
        ? new(run.Table.Examples[index].Id, SiteAddresses.Example(run.ModelId, run.SliceId, run.Table.Examples[index].Id))
        : null;

    private static StepPanel Panel(ComparisonView view, ImmutableArray<RunContent> runs, string id)
    {
        var definition = view.Site.Statistic(id);
        var lines =
            from head in runs[0].Table.Heads
            let values = runs.Select(r => StatisticBlocks.Find(r, (head, id))?.Mean ?? double.NaN).ToImmutableArray()
            where values.Any(double.IsFinite)
            select new StepLine(view.NameOf(runs[0].ModelId, head), head.Layer, values);
        return new(new StatisticAxis(id, definition.Title, definition.Unit), [.. lines]);
    }
}

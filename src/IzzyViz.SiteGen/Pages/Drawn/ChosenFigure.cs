using System.Collections.Immutable;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Pages.Heads;
using IzzyViz.SiteGen.Pages.Sites;
using IzzyViz.SiteGen.Publishing;

namespace IzzyViz.SiteGen.Pages.Drawn;

/// <summary>A head drawn at reading size, and why this one.</summary>
internal sealed record ChosenFigure(PageLink Head, string Why, FigureView Figure)
{
    /// <summary>Reading-size figures per page: more make a page nobody reads, and break its weight limit.</summary>
    private const int Most = 4;

    /// <summary>A reading-size figure for each of the heads that stand out.</summary>
    public static ImmutableArray<ChosenFigure> Of(SiteIndex site, SitePath page, RunContent run, ExampleSummary example)
    {
        var maps = example.Maps.ToDictionary(m => m.Head);
        return [.. Standing(site, run, example).Select(s => One(site, page, run, (s.Definition, maps[s.Head], s.Value, example.Target is not null)))];
    }

    /// <summary>For each pattern of the catalogue the head that follows it most in this example, each head once, first heads first on a tie.</summary>
    public static ImmutableArray<StandingHead> Standing(SiteIndex site, RunContent run, ExampleSummary example)
    {
        var drawn = example.Maps.Select(m => m.Head).ToHashSet();
        return
        [
            .. run.Table.StatisticIds
                .Select((id, index) => (Definition: site.Statistic(id), Index: index))
                .Where(s => HeadSentence.IsPattern(s.Definition.Id))
                .Select(s => (s.Definition, Best: Best(example, drawn, s.Index)))
                .Where(s => s.Best is not null)
                .OrderByDescending(s => s.Best!.Value.Value)
                .DistinctBy(s => s.Best!.Value.Head)
                .Take(Most)
                .Select(s => new StandingHead(s.Definition, s.Best!.Value.Head, s.Best.Value.Value)),
        ];
    }

    private static (HeadAddress Head, double Value)? Best(ExampleSummary example, HashSet<HeadAddress> drawn, int statistic)
    {
        var values = example.Modules
            .SelectMany(m => m.Statistics.Select((s, h) => (Head: new HeadAddress(m.Module.Kind, m.Module.Layer, h), Value: s[statistic])))
            .Where(v => !double.IsNaN(v.Value) && drawn.Contains(v.Head))
            .ToList();
        return values.Count == 0 ? null : values.MaxBy(v => v.Value);
    }

    private static ChosenFigure One(SiteIndex site, SitePath page, RunContent run, (Analysis.Statistics.StatisticDefinition Definition, AttentionMap Map, double Value, bool HasTarget) what)
    {
        var name = site.NameOf(run.ModelId, what.Map.Head);
        var why = $"has the highest {what.Definition.Title.ToLowerInvariant()} here: {Quantity.Of(what.Value, what.Definition.Unit).Text}";
        var figure = PageFigures.TableLens(page, what.Map, ($"table-lens-{what.Map.Head.Long.ToLowerInvariant().Replace('.', '-')}", name, what.HasTarget));
        return new(new(name, SiteAddresses.Head(run.ModelId, what.Map.Head)), why, figure);
    }
}

/// <summary>The head that follows a pattern most in one example, and how much.</summary>
internal readonly record struct StandingHead(Analysis.Statistics.StatisticDefinition Definition, HeadAddress Head, double Value);

using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Pages.Comparisons;
using IzzyViz.SiteGen.Pages.Definitions;
using IzzyViz.SiteGen.Pages.Drawn;
using IzzyViz.SiteGen.Pages.Models;
using IzzyViz.SiteGen.Pages.Sites;

namespace IzzyViz.SiteGen.Pages.Heads;

/// <summary>One head: what it does in a sentence, its statistics by slice, and the examples that show it.</summary>
internal sealed record HeadPage : PageModel
{
    public override string Kind => "head";

    public required PageLink Model { get; init; }

    public required PageLink Module { get; init; }

    public required ImmutableArray<StatisticBlock> Statistics { get; init; }

    /// <summary>By which statistic <see cref="Examples"/> were chosen.</summary>
    public PageLink? ChosenBy { get; init; }

    public ImmutableArray<HeadExample> Examples { get; init; } = [];

    /// <summary>Which examples could be drawn, where not all of <see cref="Examples"/> could.</summary>
    public string? DrawnNote { get; init; }

    [JsonIgnore]
    public override IEnumerable<FigureView> Figures =>
        [.. Statistics.Select(s => s.Figure), .. Examples.Select(e => e.Figure).OfType<FigureView>()];

    public static HeadPage From(SiteIndex site, string model, HeadAddress head)
    {
        var path = SiteAddresses.Head(model, head);
        var runs = site.RunsOf(model);
        var main = runs[0];
        var position = main.Table.Heads.IndexOf(head);
        var name = site.NameOf(model, head);
        var module = main.Table.Modules.First(m => m.Name == head.Module);
        var chosen = HeadSentence.Characteristic(main.Summary.Heads[position]);
        return new()
        {
            Path = path,
            Heading = $"{model} / {name}",
            Lead = HeadSentence.Of(name, main, main.Summary.Heads[position]),
            Model = new(model, SiteAddresses.Model(model)),
            Module = new(site.NameOf(model, module), SiteAddresses.Module(model, module.Name)),
            Breadcrumb = [new("Models", SiteAddresses.Models), new(model, SiteAddresses.Model(model)), new(Words.Sentence(site.NameOf(model, module)), SiteAddresses.Module(model, module.Name))],
            Rail = Navigation.Rail(site, model, head.Module, head),
            Neighbours = Navigation.Around(site, model, head),
            Comparisons = ComparisonPages.About(site, model, side => side.Takes(head)),
            Siblings = Siblings.Of(site, model, id => site.HeadsOf(id).Contains(head) ? SiteAddresses.Head(id, head) : null),
            Statistics = [.. main.Table.StatisticIds.Select(id => StatisticBlocks.Block(site, path, runs, (head, id)))],
            ChosenBy = chosen is null ? null : StatisticBlock.LinkTo(site.Statistic(chosen.StatisticId)),
            Examples = chosen is null ? [] : HeadExample.Chosen(site, path, main, (head, chosen)),
            DrawnNote = chosen is null ? null : HeadExample.Note(main, chosen),
            Provenance = PageProvenance.Of(runs),
        };
    }
}

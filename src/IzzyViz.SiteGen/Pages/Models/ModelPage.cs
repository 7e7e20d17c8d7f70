using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IzzyViz.SiteGen.Pages.Comparisons;
using IzzyViz.SiteGen.Pages.Definitions;
using IzzyViz.SiteGen.Pages.Drawn;
using IzzyViz.SiteGen.Pages.Sites;
using IzzyViz.SiteGen.Pages.Slices;

namespace IzzyViz.SiteGen.Pages.Models;

/// <summary>One model: what it is, how its attention was obtained and checked, what it answers, and one layer by head matrix per statistic.</summary>
internal sealed record ModelPage : PageModel
{
    public override string Kind => "model";

    public string? Title { get; init; }

    public required ImmutableArray<Fact> Facts { get; init; }

    public required ImmutableArray<ModuleCheck> Modules { get; init; }

    /// <summary>Whether the outputs of the graph stayed the same with attention outputs added; null where nobody looked.</summary>
    public string? OutputCheck { get; init; }

    public required ImmutableArray<ResultRow> Results { get; init; }

    /// <summary>Runs that have no result.</summary>
    public ImmutableArray<LostLine> Lost { get; init; } = [];

    /// <summary>The slice the matrices are measured over.</summary>
    public PageLink? MatrixSlice { get; init; }

    public ImmutableArray<StatisticMatrix> Matrices { get; init; } = [];

    /// <summary>The heads by what they do alike.</summary>
    public ImmutableArray<FigureView> Atlas { get; init; } = [];

    [JsonIgnore]
    public override IEnumerable<FigureView> Figures => [.. Matrices.Select(m => m.Figure), .. Atlas];

    public static IEnumerable<PageLink> FamilyOf(SiteIndex site, ModelCard card) => site.GroupOf(card.Id).Family is { } family ? [new(family, SiteAddresses.Model(family))] : [];

    public static Fact HashOf(ModelCard card) => new("Model", card.ContentHash[..Math.Min(16, card.ContentHash.Length)]) { IsCode = true };

    public static ModelPage From(SiteIndex site, ModelCard card)
    {
        var path = SiteAddresses.Model(card.Id);
        var runs = site.RunsOf(card.Id);
        return new()
        {
            Path = path,
            Heading = card.Id,
            Title = card.Title,
            Lead = ModelWords.Lead(site, card),
            Breadcrumb = [new("Models", SiteAddresses.Models), .. FamilyOf(site, card)],
            Rail = Navigation.Rail(site, card.Id),
            Neighbours = ModelWords.Around(site, card),
            Comparisons = ComparisonPages.About(site, card.Id),
            Siblings = Siblings.Of(site, card.Id, id => SiteAddresses.Model(id)),
            Facts =
            [
                .. ModelWords.Facts(card),
                new("Structure", "modules, inputs, what is not captured") { Link = new("Structure", SiteAddresses.Structure(card.Id)) },
            ],
            Modules = [.. card.Modules.Select(m => ModuleCheck.From(site, card.Id, m, runs))],
            OutputCheck = ModelWords.OutputCheck(card),
            Results = [.. runs.Select(r => ResultRow.From(site, r, new(r.SliceId, SiteAddresses.Slice(r.SliceId))))],
            Lost = [.. card.Lost.Select(l => LostLine.From(site, l))],
            MatrixSlice = runs is [var first, ..] ? new(first.SliceId, SiteAddresses.Slice(first.SliceId)) : null,
            Matrices = runs is [{ Summary.Heads.IsEmpty: false } run, ..] ? [.. run.Table.StatisticIds.Select(id => StatisticMatrix.From(site, path, run, (id, run.Table.StatisticIds.Length)))] : [],
            Atlas = runs is [{ Summary.Heads.IsEmpty: false } drawn, ..] ? ModelAtlas.Of(path, drawn) : [],
            Provenance = [HashOf(card), .. PageProvenance.Of(runs).Where(f => f.Name != "Model")],
        };
    }
}

/// <summary>A statistic over all heads of a model.</summary>
internal sealed record StatisticMatrix(PageLink Definition, string Question, FigureView Figure)
{
    public static StatisticMatrix From(SiteIndex site, Publishing.SitePath page, RunContent run, (string Id, int Grids) what)
    {
        var definition = site.Statistic(what.Id);
        return new(StatisticBlock.LinkTo(definition), definition.Question, PageFigures.StatisticGrid(page, run, definition, what.Grids));
    }
}

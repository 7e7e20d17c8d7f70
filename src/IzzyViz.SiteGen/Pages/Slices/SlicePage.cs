using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Pages.Drawn;
using IzzyViz.SiteGen.Pages.Models;
using IzzyViz.SiteGen.Pages.Sites;

namespace IzzyViz.SiteGen.Pages.Slices;

/// <summary>One slice: its definition and rows, how long they are, what each model answers, and its heads as small multiples.</summary>
internal sealed record SlicePage : PageModel
{
    public override string Kind => "slice";

    public required ImmutableArray<Fact> Definition { get; init; }

    public required ImmutableArray<ResultRow> Results { get; init; }

    public FigureView? Lengths { get; init; }

    public required ImmutableArray<SliceModel> Models { get; init; }

    public required ImmutableArray<SliceExample> Examples { get; init; }

    /// <summary>How many rows the table leaves out.</summary>
    public int Left { get; init; }

    [JsonIgnore]
    public override IEnumerable<FigureView> Figures =>
        [.. Lengths is null ? [] : new[] { Lengths }, .. Models.SelectMany(m => m.Matrices).Select(m => m.Figure)];

    public static SlicePage From(SiteIndex site, string slice)
    {
        var path = SiteAddresses.Slice(slice);
        var runs = site.RunsOver(slice);
        var rows = runs[0].Table.Examples;
        var drawn = site.Groups.Select(g => SliceModel.Drawn(g, runs)).OfType<RunContent>().ToList();
        return new()
        {
            Path = path,
            Heading = slice,
            Lead = SliceWords.Lead(site, runs),
            Breadcrumb = [new("Slices", SiteAddresses.Slices)],
            Rail = Navigation.Rail(site),
            Neighbours = SliceWords.Around(site, slice),
            Definition = SliceWords.Definition(runs[0]),
            Results = [.. runs.Select(r => ResultRow.From(site, r, new(r.ModelId, SiteAddresses.Model(r.ModelId))))],
            Lengths = PageFigures.Lengths(path, runs[0].Table),
            Models = [.. drawn.Select(r => SliceModel.From(site, path, r, drawn.Sum(m => m.Table.StatisticIds.Length)))],
            Examples = [.. rows.Take(SliceWords.MostRows).Select((row, index) => SliceExample.From(runs, row, index))],
            Left = Math.Max(0, rows.Length - SliceWords.MostRows),
            Provenance = PageProvenance.Of(runs).RemoveAll(f => f.Name is "Model" or "Tokenizer"),
        };
    }
}

/// <summary>One model's heads over the slice, a matrix per pattern.</summary>
internal sealed record SliceModel(PageLink Model, ImmutableArray<StatisticMatrix> Matrices)
{
    /// <summary>The rest of its family, whose heads are on their own pages.</summary>
    public ImmutableArray<PageLink> Others { get; init; } = [];

    /// <summary>Of a family one member stands for all, or pages of many checkpoints would be walls of matrices: the last checkpoint, the first repeat.</summary>
    public static RunContent? Drawn(ModelGroup group, ImmutableArray<RunContent> runs)
    {
        var own = runs.Where(r => group.Has(r.ModelId)).ToList();
        return group.Role == Planning.FamilyRole.Checkpoint ? own.LastOrDefault() : own.FirstOrDefault();
    }

    public static SliceModel From(SiteIndex site, Publishing.SitePath page, RunContent run, int grids) => new(
        new(run.ModelId, SiteAddresses.Model(run.ModelId)),
        [.. run.Table.StatisticIds.Select(id => StatisticMatrix.From(site, page, run, (id, grids)))])
    {
        Others = [.. site.GroupOf(run.ModelId).Members.Where(m => m.Card.Id != run.ModelId).Select(m => new PageLink(m.Label, SiteAddresses.Model(m.Card.Id)))],
    };
}

/// <summary>One row of the slice and what the models answered.</summary>
internal sealed record SliceExample(string Id, string Text, int Tokens, string? Label, ImmutableArray<string> Tags, ImmutableArray<SliceAnswer> Answers)
{
    public static SliceExample From(ImmutableArray<RunContent> runs, ExampleRow row, int index) =>
        new(row.Id, row.Text, row.Tokens, row.Label, row.Tags, [.. runs.Where(r => index < r.Table.Examples.Length).Select(r => SliceAnswer.From(r, index))]);
}

/// <param name="Page">The example's page; null where it has none.</param>
internal sealed record SliceAnswer(string Model, string Answer, bool? IsCorrect, PageLink? Page)
{
    public static SliceAnswer From(RunContent run, int index)
    {
        var row = run.Table.Examples[index];
        var isShown = run.Shown.Any(s => s.Index == index);
        return new(
            run.ModelId,
            row.Outputs.Answer,
            row.Outputs.IsCorrect,
            isShown ? new(run.ModelId, SiteAddresses.Example(run.ModelId, run.SliceId, row.Id)) : null);
    }
}

using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Pages.Comparisons;
using IzzyViz.SiteGen.Pages.Drawn;
using IzzyViz.SiteGen.Pages.Models;
using IzzyViz.SiteGen.Pages.Sites;

namespace IzzyViz.SiteGen.Pages.Examples;

/// <summary>One model over one example: the tokens, the answer, all heads as thumbnails, a few large, and the path through the layers.</summary>
internal sealed record ExamplePage : PageModel
{
    public override string Kind => "example";

    public required ImmutableArray<TokenChip> Source { get; init; }

    /// <summary>The decoder's tokens in an encoder-decoder.</summary>
    public ImmutableArray<TokenChip> Target { get; init; } = [];

    public required int Dropped { get; init; }

    public string? Label { get; init; }

    public required ImmutableArray<string> Tags { get; init; }

    public required ExampleOutputs Outputs { get; init; }

    public FigureView? AllHeads { get; init; }

    public ImmutableArray<ChosenFigure> Chosen { get; init; } = [];

    public FigureView? Layers { get; init; }

    /// <summary>The text in other views: lines, flows, arcs.</summary>
    public ImmutableArray<FigureView> Views { get; init; } = [];

    /// <summary>Modules whose self-check failed here, so that they are not drawn.</summary>
    public ImmutableArray<string> NotDrawn { get; init; } = [];

    [JsonIgnore]
    public override IEnumerable<FigureView> Figures =>
        [.. AllHeads is null ? [] : new[] { AllHeads }, .. Chosen.Select(c => c.Figure), .. Layers is null ? [] : new[] { Layers }, .. Views];

    public static ExamplePage From(SiteIndex site, RunContent run, ShownExample shown)
    {
        var example = shown.Load();
        var row = run.Table.Examples[shown.Index];
        var path = SiteAddresses.Example(run.ModelId, run.SliceId, row.Id);
        var outputs = ExampleOutputs.From(example, row);
        return new()
        {
            Path = path,
            Heading = $"{run.ModelId} / {row.Id}",
            Lead = outputs.Sentence(run.ModelId, example.Source.Count),
            Breadcrumb = [new("Slices", SiteAddresses.Slices), new(run.SliceId, SiteAddresses.Slice(run.SliceId)), new(run.ModelId, SiteAddresses.Model(run.ModelId))],
            Rail = Navigation.Rail(site, run.ModelId, module: ""),
            Neighbours = Around(run, shown),
            Comparisons = ComparisonPages.Over(site, run.ModelId, run.SliceId),
            Siblings = Siblings.Of(site, run.ModelId, id => AddressIn(site, id, run.SliceId, row.Id)),
            Source = TokenChip.From(example.Source),
            Target = example.Target is null ? [] : TokenChip.From(example.Target),
            Dropped = example.Source.Dropped,
            Label = row.Label,
            Tags = row.Tags,
            Outputs = outputs,
            AllHeads = run.Asks("all-heads") ? PageFigures.AllHeads(path, run, example) : null,
            Chosen = run.Asks("table-lens") ? ChosenFigure.Of(site, path, run, example) : [],
            Layers = run.Asks("layer-path") ? PageFigures.Layers(site, path, run, example) : null,
            Views = ExampleViews.Of(site, path, run, example),
            NotDrawn = [.. example.Modules.Where(m => !m.Check.Passed).Select(m => m.Module.Name)],
            Provenance = PageProvenance.Of(run, row),
        };
    }

    private static Publishing.SitePath? AddressIn(SiteIndex site, string model, string slice, string example) =>
        site.RunsOf(model).Any(r => r.SliceId == slice && r.Shown.Any(s => r.Table.Examples[s.Index].Id == example)) ? SiteAddresses.Example(model, slice, example) : null;

    private static Neighbours Around(RunContent run, ShownExample shown)
    {
        var place = run.Shown.IndexOf(shown);
        return new() { Previous = At(place - 1), Next = At(place + 1), Up = new(run.SliceId, SiteAddresses.Slice(run.SliceId)) };

        PageLink? At(int index) => index < 0 || index >= run.Shown.Length || run.Table.Examples[run.Shown[index].Index].Id is not { } id
            ? null
            : new(id, SiteAddresses.Example(run.ModelId, run.SliceId, id));
    }
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Statistics;
using IzzyViz.SiteGen.Figures;
using IzzyViz.SiteGen.Pages.Drawn;
using IzzyViz.SiteGen.Pages.Sites;

namespace IzzyViz.SiteGen.Pages.Definitions;

/// <summary>What one statistic or one kind of figure is: the question it answers, how it is made, and what it cannot show.</summary>
internal sealed record DefinitionPage : PageModel
{
    public override string Kind => "definition";

    public required string Id { get; init; }

    public string? Formula { get; init; }

    public required ImmutableArray<Passage> Passages { get; init; }

    public ImmutableArray<Fact> Facts { get; init; } = [];

    public static DefinitionPage From(SiteIndex site, StatisticDefinition d) => new()
    {
        Path = SiteAddresses.Definition(d.Id),
        Id = d.Id,
        Heading = d.Title,
        Lead = d.Question,
        Formula = d.Formula,
        Breadcrumb = [new("Definitions", SiteAddresses.Definitions)],
        Rail = Navigation.Rail(site),
        Passages =
        [
            new("Which rows and keys count", d.Counts),
            new("What it cannot show", d.Limits),
            .. d.GrowsWithLength ? [new Passage("Length", "Longer texts give larger values by themselves: compare it between slices of like length only.")] : ImmutableArray<Passage>.Empty,
            new("Source", d.Source),
        ],
        Facts = [new("Unit", d.Unit == "share" ? "share of the weight, 0 to 1, shown in per cent" : d.Unit), new("Version", $"{d.Version}"), new("Name in manifests", d.Id) { IsCode = true }],
    };

    public static DefinitionPage From(SiteIndex site, FigureKind kind) => new()
    {
        Path = SiteAddresses.Definition(kind.Id),
        Id = kind.Id,
        Heading = kind.Title,
        Lead = kind.Question,
        Breadcrumb = [new("Definitions", SiteAddresses.Definitions)],
        Rail = Navigation.Rail(site),
        Passages =
        [
            new("How to read it", kind.Reading),
            new("What it cannot show", kind.Limits),
            .. kind.Subject == FigureSubject.Arrays ? [new Passage("Where it is drawn", $"Not by a build: 'izzyviz-site draw {kind.Id}' draws it from arrays.")] : ImmutableArray<Passage>.Empty,
        ],
    };
}

internal sealed record Passage(string Title, string Text);

/// <summary>Every definition of the site in one list.</summary>
internal sealed record DefinitionListPage : PageModel
{
    public override string Kind => "definitions";

    public required ImmutableArray<DefinitionLine> Statistics { get; init; }

    public required ImmutableArray<DefinitionLine> Kinds { get; init; }

    public static DefinitionListPage From(SiteIndex site) => new()
    {
        Path = SiteAddresses.Definitions,
        Heading = "Definitions",
        Lead = $"{Words.Count(site.Content.Statistics.Length, "statistic")} and {Words.Count(FigureKinds.All.Length, "kind")} of figure, each with what it answers and what it cannot show.",
        Rail = Navigation.Rail(site),
        Statistics = [.. site.Content.Statistics.Select(s => new DefinitionLine(StatisticBlock.LinkTo(s), s.Question, s.Unit))],
        Kinds = [.. FigureKinds.All.Select(k => new DefinitionLine(FigureLinks.To(k.Id), k.Question, ""))],
    };
}

internal sealed record DefinitionLine(PageLink Link, string Question, string Unit);

using System.Collections.Immutable;
using IzzyViz.Analysis.Models;
using IzzyViz.SiteGen.Pages.Sites;
using IzzyViz.SiteGen.Structures;

namespace IzzyViz.SiteGen.Pages.Models;

/// <summary>What <c>inspect</c> says of a model: its modules, its inputs and how they are fed, and what is not captured and why.</summary>
internal sealed record StructurePage : PageModel
{
    public override string Kind => "structure";

    public required ImmutableArray<Fact> Facts { get; init; }

    public required ImmutableArray<StructureSection> Sections { get; init; }

    public static StructurePage From(SiteIndex site, ModelCard card) => new()
    {
        Path = SiteAddresses.Structure(card.Id),
        Heading = $"{card.Id} / structure",
        Lead = StructureWords.Lead(card.Structure),
        Breadcrumb = [new("Models", SiteAddresses.Models), .. ModelPage.FamilyOf(site, card), new(card.Id, SiteAddresses.Model(card.Id))],
        Rail = Navigation.Rail(site, card.Id, "structure"),
        Siblings = Siblings.Of(site, card.Id, id => SiteAddresses.Structure(id)),
        Facts = ModelWords.Facts(card),
        Sections = [.. StructureSection.Of(card.Structure).Where(s => !s.Rows.IsEmpty)],
        Provenance = [ModelPage.HashOf(card)],
    };
}

/// <summary>A table of one kind of thing a graph holds.</summary>
internal sealed record StructureSection(string Id, string Title, ImmutableArray<ListedColumn> Columns, ImmutableArray<ListedRow> Rows)
{
    /// <summary>What the words of the table mean.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    public static IEnumerable<StructureSection> Of(ModelStructure structure) =>
    [
        new("modules", "Where attention happens", ModuleRows.Columns, Shown(ModuleRows.Of(structure)))
        {
            Notes = [.. Meanings.Of(structure.Modules.Where(m => m.Refused is null).Select(m => m.Mechanism))],
        },
        new("inputs", "What it takes, and how that is fed", InputRows.Columns, Shown(InputRows.Of(structure))) { Notes = [.. Meanings.Of(structure.Inputs.Select(i => i.FedBy))] },
        new("refused", "What is not captured, and why", RefusalRows.Columns, Shown(RefusalRows.Of(structure))),
    ];

    private static ImmutableArray<ListedRow> Shown(IEnumerable<ListedRow> rows) => [.. rows.Select(r => r with { Cells = [.. r.Cells.Select(CellText.Shown)] })];
}

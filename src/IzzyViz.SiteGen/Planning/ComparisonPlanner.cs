using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Manifests;

namespace IzzyViz.SiteGen.Planning;

/// <summary>Entries under <c>comparisons:</c> to comparisons, and one for every family that none of them speaks of.</summary>
internal sealed class ComparisonPlanner(ImmutableArray<ModelPlan> models, ImmutableArray<RunPlan> runs, DiagnosticBag bag)
{
    private const int DefaultExamples = 16;

    private readonly ComparedSlices _slices = new(runs, bag);
    private readonly ComparedSides _sides = new(models, bag);

    public ImmutableArray<ComparisonPlan> Plan(ImmutableArray<ComparisonEntry> entries)
    {
        var ids = new UniqueIds("comparison", bag);
        ComparisonPlan[] written = [.. entries.Where(e => e.Id is not null && ids.Add(e.Id.Value, e.Id.At)).Select(Plan).OfType<ComparisonPlan>()];
        var said = written.Select(c => c.Id).Concat(entries.Select(e => e.Family?.Value).OfType<string>()).ToHashSet(StringComparer.Ordinal);
        return [.. written, .. Families().Where(c => !said.Contains(c.Id))];
    }

    private ComparisonPlan? Plan(ComparisonEntry entry)
    {
        if (_sides.Of(entry) is not { } sides)
        {
            return null;
        }

        var slices = _slices.Select(entry, [.. sides.Select(s => s.Model).Distinct(StringComparer.Ordinal)]);
        return slices.IsEmpty ? null : new()
        {
            Id = entry.Id!.Value,
            Title = entry.Title?.Value,
            Kind = Kind(entry),
            Sides = sides,
            Family = entry.Family?.Value,
            IsMatched = entry.Numbering.Value == Numbering.Matched || Kind(entry) == ComparisonKind.Repeats,
            Slices = slices,
            Examples = entry.Examples.Value,
            DeclaredAt = entry.Id.At,
        };
    }

    private ComparisonKind Kind(ComparisonEntry entry) => entry switch
    {
        { Heads: not null } => ComparisonKind.Heads,
        { Layers: not null } => ComparisonKind.Layers,
        { Family: { } family } => KindOf(models.First(m => m.Family == family.Value).Role),
        _ => ComparisonKind.Models,
    };

    private static ComparisonKind KindOf(FamilyRole role) => role == FamilyRole.Checkpoint ? ComparisonKind.Checkpoints : ComparisonKind.Repeats;

    // A family of one, or one whose members no slice has in common, has nothing to compare; nobody asked for it, so nothing is said.
    private IEnumerable<ComparisonPlan> Families() =>
        from family in models.Where(m => m.Family is not null).GroupBy(m => m.Family!, StringComparer.Ordinal)
        let slices = _slices.Shared([.. family.Select(m => m.Id)])
        where family.Count() > 1 && slices.Length > 0
        select new ComparisonPlan
        {
            Id = family.Key,
            Kind = KindOf(family.First().Role),
            Sides = [.. family.Select(m => new ComparedSide(m.Id, null, m.DeclaredAt))],
            Family = family.Key,
            IsMatched = family.First().Role == FamilyRole.Repeat,
            Slices = slices,
            Examples = DefaultExamples,
            DeclaredAt = family.First().DeclaredAt,
        };
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Manifests.Shapes;

namespace IzzyViz.SiteGen.Manifests.Definition;

internal static class ReviewDefinition
{
    private static readonly Field<Located<ImmutableArray<GateEntry>>> Gates = new(
        "gates", new ListShape<GateEntry>(GateDefinition.Record.Shape), "The limits.") { IsRequired = true };

    public static readonly RecordShape<Located<ImmutableArray<GateEntry>>> Record = new(
        "'review'", "Limits that make a review fail.", [Gates],
        values => values.Get(Gates) ?? new Located<ImmutableArray<GateEntry>>([], SourceLocation.None));
}

internal static class GateDefinition
{
    private static readonly Field<Located<string>> Statistic = new("statistic", Values.Selection, "The statistic watched.") { IsRequired = true };

    private static readonly Field<Located<double>> Change = new(
        "change", new NumberShape<double>(0, double.MaxValue), "The largest change of its mean on any head, in its own unit, that passes.") { IsRequired = true };

    private static readonly Field<Located<string>> Slices = new(
        "slices", Values.SliceSelection, "The slices it holds for.") { Default = "\"*\"" };

    public static readonly RecordShape<GateEntry> Record = new(
        "a gate", "One limit.", [Statistic, Change, Slices],
        values => new GateEntry { At = values.At, Statistic = values.Get(Statistic), Change = values.Get(Change), Slices = values.GetOrDefault(Slices) });
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;
using Quickenshtein;

namespace IzzyViz.Analysis.Datasets;

/// <summary>A dataset, what is wanted of it and what its head says it has.</summary>
internal sealed record ColumnPlan(DatasetSource Source, RowLayout Layout, TableHeader Header);

/// <summary>Whether the columns that roles and filters name are there.</summary>
internal static class ColumnCheck
{
    public static bool Passes(ColumnPlan plan, IEnumerable<SliceDefinition> slices, BoundedFindings findings)
    {
        ImmutableArray<Diagnostic> problems = [.. Exclusive(plan), .. MissingRoles(plan), .. slices.SelectMany(s => MissingFilters(plan, s))];
        foreach (var problem in problems)
        {
            findings.Add(problem);
        }

        return problems.IsEmpty;
    }

    /// <summary>Where the manifest names the dataset, or else the file.</summary>
    public static SourceLocation Declared(DatasetSource source) => string.IsNullOrEmpty(source.DeclaredAt.File) ? new(source.Path) : source.DeclaredAt;

    /// <summary>For files whose head does not tell all columns: one that no row had.</summary>
    public static void ReportNeverSeen(ColumnPlan plan, string column, BoundedFindings findings)
    {
        var role = plan.Layout.Mapped.Where(r => plan.Layout.Map.Column(r) == column).Select(Roles.Name).FirstOrDefault("where");
        findings.Add(Missing(plan, column, role));
    }

    private static IEnumerable<Diagnostic> Exclusive(ColumnPlan plan) => plan.Source.Columns is { Text: not null, InputIds: not null }
        ? [DataDiagnostics.TextAndInputIds.At(Declared(plan.Source), plan.Source.Id)]
        : [];

    private static IEnumerable<Diagnostic> MissingRoles(ColumnPlan plan) =>
        from role in plan.Layout.Mapped
        let column = plan.Layout.Map.Column(role)!
        where !plan.Header.Columns.IsEmpty && !plan.Header.Columns.Contains(column, StringComparer.Ordinal) && (plan.Header.IsComplete || role.IsRequired())
        select Missing(plan, column, role.Name());

    private static Diagnostic Missing(ColumnPlan plan, string column, string role) => DataDiagnostics.ColumnMissing.At(
        Declared(plan.Source), Path.GetFileName(plan.Source.Path), column, role, List(plan.Header.Columns), Nearest(column, plan.Header.Columns));

    private static IEnumerable<Diagnostic> MissingFilters(ColumnPlan plan, SliceDefinition slice) =>
        from name in slice.Where.Keys
        where plan.Header is { IsComplete: true, Columns.IsEmpty: false } && plan.Layout.RoleNamed(name) is null && !plan.Header.Columns.Contains(name, StringComparer.Ordinal)
        let known = plan.Header.Columns.Union(plan.Layout.Mapped.Select(Roles.Name), StringComparer.Ordinal).ToImmutableArray()
        select DataDiagnostics.UnknownFilter.At(slice.DeclaredAt, slice.Address, name, List(known), Nearest(name, known));

    private static string List(ImmutableArray<string> names) => names.Length <= 20
        ? string.Join(", ", names)
        : string.Join(", ", names.Take(20)) + $" and {names.Length - 20} more";

    private static string Nearest(string name, ImmutableArray<string> names) => names
        .Select(n => (Name: n, Distance: Levenshtein.GetDistance(n.ToLowerInvariant(), name.ToLowerInvariant())))
        .Where(c => c.Distance <= Math.Max(2, name.Length / 3))
        .OrderBy(c => c.Distance).ThenBy(c => c.Name, StringComparer.Ordinal)
        .Select(c => $" Did you mean '{c.Name}'?")
        .FirstOrDefault("");
}

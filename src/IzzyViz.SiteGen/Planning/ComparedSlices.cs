using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Manifests;

namespace IzzyViz.SiteGen.Planning;

/// <summary>Finds the slices that every side of a comparison is shown over.</summary>
internal sealed class ComparedSlices(ImmutableArray<RunPlan> runs, DiagnosticBag bag)
{
    private readonly ImmutableArray<string> _all = [.. runs.Select(r => r.Slice.Address).Distinct(StringComparer.Ordinal)];

    public ImmutableArray<string> Shared(ImmutableArray<string> models) => [.. _all.Where(slice => models.All(m => Has(m, slice)))];

    /// <summary>Empty where there is none; the bag says why.</summary>
    public ImmutableArray<string> Select(ComparisonEntry entry, ImmutableArray<string> models)
    {
        // Galleries that name nothing valid would make every comparison look empty.
        if (runs.IsEmpty)
        {
            return [];
        }

        ImmutableArray<string> found = [.. entry.Slices.Value.SelectMany(name => Named(name, (entry, models))).Distinct(StringComparer.Ordinal)];
        if (found.IsEmpty && entry.Slices.Value.Any(s => s.Value == "*"))
        {
            bag.Add(ManifestDiagnostics.NothingShared.At(entry.Id!.At, entry.Id.Value, string.Join(" and ", models.Select(m => $"'{m}'"))));
        }

        return found;
    }

    private IEnumerable<string> Named(Located<string> name, (ComparisonEntry Entry, ImmutableArray<string> Models) by)
    {
        var shared = Shared(by.Models);
        if (name.Value == "*")
        {
            return shared;
        }

        var meant = _all.Where(slice => NamePattern.MatchesSlice(name.Value, slice)).ToArray();
        if (meant.Length == 0)
        {
            bag.Add(ManifestDiagnostics.UnknownSlice.At(name.At, name.Value, NearestName.Hint(name.Value, _all)));
        }

        // A pattern, or a whole dataset, means of its slices those that all have.
        bag.AddRange(meant.Length > 0 && !meant.Any(shared.Contains) ? Missing(name, meant[0], by) : []);
        return meant.Where(shared.Contains);
    }

    private IEnumerable<Diagnostic> Missing(Located<string> name, string slice, (ComparisonEntry Entry, ImmutableArray<string> Models) by) =>
        by.Models.Where(m => !Has(m, slice)).Take(1).Select(m => ManifestDiagnostics.SliceNotShared.At(name.At, by.Entry.Id!.Value, slice, m));

    private bool Has(string model, string slice) => runs.Any(r => r.Model.Id == model && r.Slice.Address == slice);
}

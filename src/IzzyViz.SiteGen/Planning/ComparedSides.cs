using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Manifests;

namespace IzzyViz.SiteGen.Planning;

/// <summary>Resolves what the entries of <c>comparisons:</c> name.</summary>
internal sealed class ComparedSides(ImmutableArray<ModelPlan> models, DiagnosticBag bag)
{
    /// <summary>Null where something is not there; the bag says what.</summary>
    public ImmutableArray<ComparedSide>? Of(ComparisonEntry entry)
    {
        if (entry.Family is { } family)
        {
            return OfFamily(family);
        }

        var named = (entry.Models ?? entry.Heads ?? entry.Layers)?.Value ?? [];
        ImmutableArray<ComparedSide> sides = [.. named.Select(Side).OfType<ComparedSide>()];
        if (named is [var first, var second] && first.Value == second.Value)
        {
            bag.Add(ManifestDiagnostics.ComparedWithItself.At(second.At, second.Value));
            return null;
        }

        return sides.Length == 2 ? sides : null;
    }

    private ImmutableArray<ComparedSide>? OfFamily(Located<string> family)
    {
        ImmutableArray<ComparedSide> members = [.. models.Where(m => m.Family == family.Value).Select(m => new ComparedSide(m.Id, null, family.At))];
        if (members.IsEmpty)
        {
            bag.Add(ManifestDiagnostics.UnknownFamily.At(family.At, family.Value, NearestName.Hint(family.Value, models.Select(m => m.Family).OfType<string>().Distinct(StringComparer.Ordinal))));
            return null;
        }

        return members;
    }

    private ComparedSide? Side(Located<string> name)
    {
        var parts = name.Value.Split('/');
        if (models.Any(m => m.Id == parts[0]))
        {
            return new(parts[0], parts.ElementAtOrDefault(1), name.At);
        }

        bag.Add(ManifestDiagnostics.UnknownModel.At(name.At, parts[0], NearestName.Hint(parts[0], models.Select(m => m.Id))));
        return null;
    }
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Manifests;
using IzzyViz.SiteGen.Planning;

namespace IzzyViz.SiteGen.Building;

/// <summary>What can be said about comparisons once the structure of the models is known: heads and layers that are not there, families of unlike members.</summary>
internal static class ComparisonChecks
{
    /// <summary>The plan without the comparisons that cannot be made.</summary>
    public static SitePlan Apply(SitePlan plan, ImmutableArray<LoadedModel> models, DiagnosticBag bag)
    {
        // What has no attention at all is said of the model itself.
        var structures = models.Where(m => m.Nothing is null).ToDictionary(m => m.Plan.Id, m => m.Run.Structure, StringComparer.Ordinal);
        return plan with { Comparisons = [.. plan.Comparisons.Where(c => Check(c, structures, bag))] };
    }

    private static bool Check(ComparisonPlan comparison, Dictionary<string, ModelStructure> structures, DiagnosticBag bag)
    {
        ImmutableArray<Diagnostic> missing = [.. comparison.Sides.Where(s => s.Part is not null && structures.ContainsKey(s.Model)).Select(s => Missing(s, structures[s.Model])).OfType<Diagnostic>()];
        bag.AddRange(missing);
        return missing.IsEmpty && (comparison.Family is null || HasOneShape(comparison, structures, bag));
    }

    private static Diagnostic? Missing(ComparedSide side, ModelStructure structure)
    {
        var captured = structure.Modules.Where(m => m.Refused is null).ToArray();
        if (side.Part!.Contains('H', StringComparison.Ordinal))
        {
            // Where only a run can tell how many heads there are, the run tells.
            var heads = captured.SelectMany(m => Enumerable.Range(0, m.Heads).Select(h => new HeadAddress(m.Kind, m.Layer, h))).ToArray();
            return captured.Any(m => m.Heads == 0) || heads.Count(side.Takes) == 1 ? null : Unknown(side, "head", HeadHint(captured));
        }

        return captured.Any(m => m.Name == side.Part) ? null : Unknown(side, "layer", NearestName.Hint(side.Part, captured.Select(m => m.Name)));
    }

    private static Diagnostic Unknown(ComparedSide side, string what, string hint) => ManifestDiagnostics.UnknownHead.At(side.At, side.Model, what, side.Part, hint);

    private static string HeadHint(AttentionModule[] modules) => modules.Length == 0
        ? "None of its attention can be captured."
        : $"Its heads are {string.Join(", ", modules.GroupBy(m => m.Kind).Select(kind => Range([.. kind], isLong: modules.Any(m => m.Kind != kind.Key))))}.";

    private static string Range(AttentionModule[] kind, bool isLong)
    {
        var (first, last) = (new HeadAddress(kind[0].Kind, kind[0].Layer, 0), new HeadAddress(kind[^1].Kind, kind[^1].Layer, kind[^1].Heads - 1));
        return isLong ? $"{first.Long} to {last.Long}" : $"{first.Short} to {last.Short}";
    }

    private static bool HasOneShape(ComparisonPlan comparison, Dictionary<string, ModelStructure> structures, DiagnosticBag bag)
    {
        var known = comparison.Sides.Where(s => structures.ContainsKey(s.Model)).ToArray();
        var other = known.FirstOrDefault(s => !Shape(structures[s.Model]).SequenceEqual(Shape(structures[known[0].Model])));
        if (other is not null)
        {
            bag.Add(ManifestDiagnostics.OtherShape.At(comparison.DeclaredAt, comparison.Id, known[0].Model, other.Model));
        }

        return other is null;
    }

    private static IEnumerable<(AttentionKind, int, int)> Shape(ModelStructure structure) => structure.Modules.Where(m => m.Refused is null).Select(m => (m.Kind, m.Layer, m.Heads));
}

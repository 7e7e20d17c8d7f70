using System.Collections.Immutable;
using IzzyViz.Analysis.Summaries;

namespace IzzyViz.Analysis.Reviews;

/// <summary>One run before and after.</summary>
internal static class RunComparer
{
    public static RunReview Compare(RunTable before, RunTable after, double tolerance)
    {
        var rows = RowMatch.Of(before, after);
        var provenance = Differences(before.Provenance, after.Provenance);
        return new RunReview
        {
            Run = new(after.ModelId, after.SliceId),
            Provenance = provenance,
            Rows = rows.ToChanges(),
            RowEffects = RowEffectComparer.Compare(rows, provenance.IsEmpty, tolerance),
            Outputs = new OutputComparer(rows, tolerance).Compare(),
            Heads = HeadComparer.Compare(rows, tolerance),
            HeadCount = after.Heads.Intersect(before.Heads).Count(),
            StatisticIds = [.. after.StatisticIds.Intersect(before.StatisticIds, StringComparer.Ordinal)],
            HeadsAdded = [.. after.Heads.Except(before.Heads)],
            HeadsRemoved = [.. before.Heads.Except(after.Heads)],
            HasSeveralKinds = after.Heads.Concat(before.Heads).Select(h => h.Kind).Distinct().Skip(1).Any(),
        };
    }

    private static ImmutableArray<ProvenanceChange> Differences(
        ImmutableSortedDictionary<string, string> before,
        ImmutableSortedDictionary<string, string> after) =>
    [
        .. from key in before.Keys.Union(after.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
           let change = new ProvenanceChange(key, before.GetValueOrDefault(key), after.GetValueOrDefault(key))
           where change.Base != change.Head
           select change,
    ];
}

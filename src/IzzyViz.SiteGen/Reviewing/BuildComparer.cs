using System.Collections.Immutable;
using IzzyViz.Analysis.Reviews;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Pages.Slices;

namespace IzzyViz.SiteGen.Reviewing;

/// <summary>Compares two builds. A dataset that one of them hides is hidden on both sides, so that a review never says what a site withholds.</summary>
internal static class BuildComparer
{
    public static ReviewReport Compare(BuiltRuns older, BuiltRuns newer)
    {
        var hidden = Hidden(older, newer);
        var options = new ReviewOptions { Gates = newer.Gates, BaseGates = older.Gates };
        return ReviewComparer.Compare(Withhold(older.Tables), Withhold(newer.Tables), options);

        ImmutableArray<RunTable> Withhold(ImmutableArray<RunTable> tables) =>
            [.. tables.Select(t => hidden.Contains(WithheldRows.DatasetOf(t.SliceId)) ? WithheldRows.Of(t) : t)];
    }

    /// <summary>The datasets that either side hides.</summary>
    public static ImmutableHashSet<string> Hidden(BuiltRuns older, BuiltRuns newer) =>
        [.. older.Tables.Concat(newer.Tables).Where(WithheldRows.IsWithheld).Select(t => WithheldRows.DatasetOf(t.SliceId))];
}

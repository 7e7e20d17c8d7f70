using System.Collections.Immutable;
using IzzyViz.Analysis.Reviews;
using IzzyViz.Analysis.Summaries;
using IzzyViz.Analysis.Tests.Summaries;

namespace IzzyViz.Analysis.Tests.Reviews;

public sealed class ReviewComparerTests
{
    private static readonly ImmutableSortedDictionary<string, string> OtherModel = Tables.Provenance.SetItem("model", "m2").Add("runtime", "9");

    [Fact]
    public void The_same_build_twice_has_no_changes()
    {
        var table = Tables.Of(2, Tables.Rows(5), (e, h, s) => e + h + s);
        var report = Compare([table], [table]);

        Assert.Equal("0 changes", report.Headline);
        Assert.Equal((5, 2, 5), (report.Runs[0].Rows.Unchanged, report.Runs[0].HeadCount, report.Runs[0].Outputs.Compared));
        Assert.Empty(report.Findings);
    }

    [Fact]
    public void Another_runtime_that_changes_nothing_is_no_change()
    {
        var table = Tables.Of(1, Tables.Rows(3), (_, _, _) => 1);
        var report = Compare([table], [table with { Provenance = OtherModel }]);

        Assert.Equal("0 changes", report.Headline);
        Assert.Equal([new ProvenanceChange("model", "m1", "m2"), new("runtime", null, "9")], report.Runs[0].Provenance);
    }

    [Fact]
    public void Rows_are_told_apart_by_id_and_content()
    {
        var before = Tables.Of(1, [Tables.Row("a"), Tables.Row("b"), Tables.Row("c", hash: "old")], (_, _, _) => 0);
        var after = Tables.Of(1, [Tables.Row("d"), Tables.Row("c", hash: "new"), Tables.Row("a")], (_, _, _) => 0);
        var rows = Compare([before], [after]).Runs[0].Rows;

        Assert.Equal("d", Assert.Single(rows.Added).Id);
        Assert.Equal(new RowChange("b", "text of b", null), Assert.Single(rows.Removed));
        Assert.Equal("c", Assert.Single(rows.Edited).Id);
        Assert.Equal(1, rows.Unchanged);
    }

    [Fact]
    public void A_new_row_moves_the_mean_and_is_no_behaviour()
    {
        var before = Tables.Of(1, [Tables.Row("a"), Tables.Row("b")], (e, _, _) => e + 1);
        var after = Tables.Of(1, [Tables.Row("a"), Tables.Row("b"), Tables.Row("c")], (e, _, _) => e == 2 ? 6 : e + 1);
        var run = Compare([before], [after]).Runs[0];

        Assert.Empty(run.Heads);
        Assert.Equal([(1.5, 3.0), (1.5, 3.0)], run.RowEffects.Select(e => (e.Before, e.After)));
        Assert.Equal(["self", "entropy"], run.RowEffects.Select(e => e.StatisticId));
    }

    [Fact]
    public void Behaviour_and_rows_add_up_to_the_whole_difference_of_the_means()
    {
        // Older: a 1, b 2, c 6 (removed). Newer model: a 1.5, b 3, d 9 (added).
        double[] older = [1, 2, 6], newer = [1.5, 3, 9];
        var before = Tables.Of(1, [Tables.Row("a"), Tables.Row("b"), Tables.Row("c")], (e, _, _) => older[e]);
        var after = Tables.Of(1, [Tables.Row("a"), Tables.Row("b"), Tables.Row("d")], (e, _, _) => newer[e]) with { Provenance = OtherModel };
        var run = Compare([before], [after]).Runs[0];
        var (behaviour, rows) = (run.Heads[0], run.RowEffects[0]);

        Assert.Equal(0.75, behaviour.Change.Change, 1e-12);
        Assert.Equal("b", behaviour.MostChanged);
        Assert.Equal(4.5 - 2.25 - (3 - 1.5), rows.Change, 1e-12);
        Assert.Equal(newer.Average() - older.Average(), behaviour.Change.Change + rows.Change, 1e-12);
        Assert.True(rows.IsSeparable);
    }

    [Fact]
    public void Without_an_unchanged_row_a_changed_model_and_changed_rows_cannot_be_told_apart()
    {
        var before = Tables.Of(1, [Tables.Row("a")], (_, _, _) => 0.2);
        var after = Tables.Of(1, [Tables.Row("b")], (_, _, _) => 0.5);

        Assert.False(Compare([before], [after with { Provenance = OtherModel }]).Runs[0].RowEffects[0].IsSeparable);
        Assert.True(Compare([before], [after]).Runs[0].RowEffects[0].IsSeparable);
    }

    [Fact]
    public void Heads_are_ranked_by_their_change_as_a_share_of_the_range()
    {
        // 16 tokens: 0.3 nats of ln 16 = 2.77 is less than 0.2 of a share.
        var rows = Tables.Rows(4).Select(r => r with { Tokens = 16 }).ToArray();
        var before = Tables.Of(2, rows, (_, _, _) => 0.5);
        var after = Tables.Of(2, rows, (_, h, s) => (h, s) switch { (0, 0) => 0.8, (1, 1) => 0.3, _ => 0.5 }) with { Provenance = OtherModel };
        var heads = Compare([before], [after]).Runs[0].Heads;

        Assert.Equal(["L0H1 self", "L0H0 entropy"], heads.Select(h => $"{h.Head.Short} {h.StatisticId}"));
        Assert.Equal(0.3 / Math.Log(16), heads[1].Effect, 1e-6);
    }

    [Fact]
    public void Thirty_rows_give_the_change_an_interval()
    {
        var before = Tables.Of(1, Tables.Rows(30), (e, _, _) => e % 3);
        var after = Tables.Of(1, Tables.Rows(30), (e, _, _) => (e % 3) + 0.1 + (0.001 * (e % 2))) with { Provenance = OtherModel };
        var change = Compare([before], [after]).Runs[0].Heads[0].Change;

        Assert.Equal(0.1005, change.Change, 1e-6);
        Assert.InRange(change.Interval.Low, 0.1001, 0.1004);
        Assert.InRange(change.Interval.High, 0.1006, 0.1009);
    }

    [Fact]
    public void Opposite_moves_that_cancel_in_the_mean_are_still_a_change()
    {
        var before = Tables.Of(1, Tables.Rows(2), (_, _, _) => 0.5);
        var after = Tables.Of(1, Tables.Rows(2), (e, _, _) => e == 0 ? 0.4 : 0.6) with { Provenance = OtherModel };
        var report = Compare([before], [after]);

        Assert.Equal("1 changes", report.Headline);
        Assert.Equal(0.1, report.Runs[0].Heads[0].Change.Largest, 1e-6);
    }

    [Fact]
    public void Moves_within_the_tolerance_are_no_change()
    {
        var before = Tables.Of(1, Tables.Rows(3), (_, _, _) => 0.5);
        var after = Tables.Of(1, Tables.Rows(3), (_, _, _) => 0.50009);

        Assert.Equal("0 changes", Compare([before], [after]).Headline);
    }

    [Fact]
    public void A_value_that_comes_or_goes_is_a_change_and_in_no_mean()
    {
        var before = Tables.Of(1, Tables.Rows(2), (_, _, _) => 0.5);
        var after = Tables.Of(1, Tables.Rows(2), (e, _, s) => e == 0 && s == 1 ? double.NaN : 0.5) with { Provenance = OtherModel };
        var head = Assert.Single(Compare([before], [after]).Runs[0].Heads);

        Assert.Equal(("self", 1, 1, 0.0), (head.StatisticId, head.Change.Count, head.Change.OneSided, head.Change.Change));
    }

    [Fact]
    public void Changes_without_a_recorded_reason_are_pointed_out()
    {
        var report = Compare([Tables.Of(1, Tables.Rows(1), (_, _, _) => 0)], [Tables.Of(1, Tables.Rows(1), (_, _, _) => 1)]);

        Assert.True(report.Runs[0].IsUnexplained);
        Assert.Equal("IZV8005", Assert.Single(report.Findings).Code);
    }

    [Fact]
    public void Runs_and_heads_that_come_and_go_are_counted()
    {
        var table = Tables.Of(2, Tables.Rows(1), (_, _, _) => 0);
        var smaller = Tables.Of(1, Tables.Rows(1), (_, _, _) => 0);
        var report = Compare([table, table with { ModelId = "gone" }], [smaller, table with { SliceId = "reviews/new" }]);

        Assert.Equal([new RunKey("gone", "reviews/negation")], report.RunsRemoved);
        Assert.Equal([new RunKey("tiny", "reviews/new")], report.RunsAdded);
        Assert.Equal("L0H1", Assert.Single(report.Runs[0].HeadsRemoved).Short);
        Assert.Equal(new ReviewCounts(2, 0, 0, 1, 0), report.Counts);
    }

    [Fact]
    public void A_row_that_two_models_read_is_one_change()
    {
        var before = Tables.Of(1, Tables.Rows(1), (_, _, _) => 0);
        var after = Tables.Of(1, Tables.Rows(2), (_, _, _) => 0);

        Assert.Equal(new ReviewCounts(0, 1, 0, 0, 0), Compare([before, before with { ModelId = "b" }], [after, after with { ModelId = "b" }]).Counts);
    }

    private static ReviewReport Compare(RunTable[] before, RunTable[] after) => ReviewComparer.Compare(before, after, new ReviewOptions());
}

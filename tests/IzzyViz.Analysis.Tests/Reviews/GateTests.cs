using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Reviews;
using IzzyViz.Analysis.Summaries;
using IzzyViz.Analysis.Tests.Summaries;

namespace IzzyViz.Analysis.Tests.Reviews;

public sealed class GateTests
{
    private static readonly ReviewGate Entropy = new("entropy", 0.2, "*", new SourceLocation("site.yml", 30, 5));

    [Fact]
    public void A_gate_fails_above_its_limit_and_not_at_it()
    {
        Assert.True(Behaviour(0.25, Entropy with { Change = 0.25 }).Gates[0].Passed);
        Assert.False(Behaviour(0.2501, Entropy with { Change = 0.25 }).Gates[0].Passed);
        Assert.False(Behaviour(-0.2501, Entropy with { Change = 0.25 }).Gates[0].Passed);
    }

    [Fact]
    public void A_failure_names_head_run_and_cause_at_the_gates_own_line()
    {
        var report = Behaviour(0.5, Entropy);
        var failure = Assert.Single(report.Gates[0].Failures);
        var finding = Assert.Single(report.Findings);

        Assert.Equal((GateCause.Behaviour, 0.5), (failure.Cause, failure.Change));
        Assert.Equal("site.yml(30,5)", finding.Location.ToString());
        Assert.Equal(
            "The gate on 'entropy' allows 0.2, but enc.L0H0 of model 'tiny' on slice 'reviews/negation' moved by +0.5000 on unchanged rows; accept the change by raising the limit, or undo it.",
            finding.Message);
    }

    [Fact]
    public void Changed_rows_are_limited_too_and_reported_apart()
    {
        var before = Tables.Of(1, [Tables.Row("a")], (_, _, _) => 0);
        var after = Tables.Of(1, [Tables.Row("a"), Tables.Row("b")], (e, _, _) => e);
        var report = ReviewComparer.Compare([before], [after], new() { Gates = [Entropy] });

        Assert.Equal(GateCause.Rows, Assert.Single(report.Gates[0].Failures).Cause);
        Assert.True(report.GateFailed);
    }

    [Theory]
    [InlineData("reviews/*", false)]
    [InlineData("reviews/negation", false)]
    [InlineData("*/neg*", false)]
    [InlineData("reviews", false)]
    [InlineData("rev*", false)]
    [InlineData("dates/*", true)]
    [InlineData("negation", true)]
    public void A_gate_covers_the_slices_of_its_pattern(string slices, bool passes)
        => Assert.Equal(passes, Behaviour(0.5, Entropy with { Slices = slices }).Gates[0].Passed);

    [Fact]
    public void A_gate_that_covers_nothing_is_reported()
    {
        Assert.Equal("IZV8004", Assert.Single(Behaviour(0, Entropy with { Statistic = "entropie" }).Findings).Code);
        Assert.Equal("IZV8004", Assert.Single(Behaviour(0, Entropy with { Slices = "dates/*" }).Findings).Code);
    }

    [Fact]
    public void A_gated_statistic_that_lost_all_its_values_fails_its_gate()
    {
        var report = ReviewComparer.Compare([Table(0)], [Table(double.NaN)], new() { Gates = [Entropy] });

        Assert.True(report.GateFailed);
        Assert.Contains("moved by an unknown amount on unchanged rows", report.Findings[0].Message);
    }

    [Fact]
    public void Gates_loosened_or_removed_are_changes()
    {
        var options = new ReviewOptions { BaseGates = [Entropy, new("self", 0.1, "*")], Gates = [Entropy with { Change = 0.3 }] };
        var report = ReviewComparer.Compare([Table(0)], [Table(0)], options);

        Assert.Equal([0.3, null], report.GatesRelaxed.Select(g => g.After));
        Assert.Equal(["IZV8002", "IZV8003"], report.Findings.Select(f => f.Code));
        Assert.Equal("2 changes", report.Headline);
    }

    [Fact]
    public void A_gate_that_became_stricter_or_wider_is_kept()
    {
        var options = new ReviewOptions { BaseGates = [Entropy with { Slices = "reviews/*" }], Gates = [Entropy with { Change = 0.1 }] };

        Assert.Empty(ReviewComparer.Compare([Table(0)], [Table(0)], options).GatesRelaxed);
    }

    [Fact]
    public void Gates_are_stored_and_read_back()
    {
        var bag = new DiagnosticBag();

        Assert.Equal([Entropy with { DeclaredAt = default }], ReviewJson.ReadGates(ReviewJson.WriteGates([Entropy]), bag));
        Assert.Empty(bag.Items);
        Assert.Empty(ReviewJson.ReadGates("{}", bag, "base/gates.json"));
        Assert.Equal(("IZV8006", "base/gates.json"), (bag.Items[0].Code, bag.Items[0].Location.File));
    }

    private static ReviewReport Behaviour(double change, ReviewGate gate) => ReviewComparer.Compare(
        [Table(0)],
        [Table(change) with { Provenance = Tables.Provenance.SetItem("model", "m2") }],
        new() { Gates = [gate] });

    private static RunTable Table(double entropy) => Tables.Of(1, Tables.Rows(2), (_, _, s) => s == 0 ? entropy : 0);
}

using IzzyViz.SiteGen.Planning;
using IzzyViz.SiteGen.Tests.Manifests;

namespace IzzyViz.SiteGen.Tests.Planning;

public sealed class ComparisonPlannerTests
{
    private const string Site = """
        title: T
        models:
          - { id: tiny, path: models/tiny }
          - { id: other, path: models/other.onnx }
          - { id: run, checkpoints: { pattern: "run/step-*" } }
        datasets:
          - { id: reviews, path: reviews.jsonl, slices: [ { id: short }, { id: long } ] }
        galleries:
          - { models: [tiny, run], slices: reviews, examples: 2 }
          - { model: other, slices: reviews/long, examples: 2 }

        """;

    [Fact]
    public void Two_models_are_compared_over_the_slices_that_both_have()
    {
        using var project = Project();
        var plan = project.Plan(Site + "comparisons: [ { id: c, models: [tiny, other] } ]\n");

        Assert.Equal("", Diagnosis.Of(project.Bag));
        var comparison = plan.Comparisons[0];
        Assert.Equal((ComparisonKind.Models, false, 16), (comparison.Kind, comparison.IsMatched, comparison.Examples));
        Assert.Equal(["reviews/long"], comparison.Slices);
        Assert.Equal(["tiny", "other"], comparison.Sides.Select(s => s.Model));
    }

    [Fact]
    public void A_family_is_compared_without_being_asked_for()
    {
        using var project = Project();
        var family = Assert.Single(project.Plan(Site).Comparisons);

        Assert.Equal(("run", "run", ComparisonKind.Checkpoints), (family.Id, family.Family, family.Kind));
        Assert.Equal(["run-step-1", "run-step-20", "run-step-300"], family.Sides.Select(s => s.Model));
        Assert.Equal([(0, 1), (1, 2), (0, 2)], SidePairs.Of(family));
    }

    [Fact]
    public void A_family_that_the_manifest_speaks_of_is_compared_as_it_says()
    {
        using var project = Project();
        var family = Assert.Single(project.Plan(Site + "comparisons: [ { id: growth, family: run, slices: reviews/short, examples: 5 } ]\n").Comparisons);
        Assert.Equal(("growth", 5), (family.Id, family.Examples));
        Assert.Equal(["reviews/short"], family.Slices);
    }

    [Fact]
    public void Runs_that_are_compared_keep_as_many_maps_as_the_largest_comparison_needs()
    {
        using var project = Project();
        var plan = project.Plan(Site + "comparisons: [ { id: a, models: [tiny, other], examples: 5 }, { id: b, heads: [tiny/L0H0, tiny/L0H1], slices: reviews/long, examples: 9 } ]\n");
        Assert.Equal([("reviews/short", 0), ("reviews/long", 9)], plan.Runs.Where(r => r.Model.Id == "tiny").Select(r => (r.Slice.Address, r.ComparedExamples)));
        Assert.Equal(5, plan.Runs.Single(r => r.Model.Id == "other").ComparedExamples);
    }

    [Fact]
    public void A_build_of_a_part_leaves_out_comparisons_that_lack_a_side()
    {
        using var project = Project();
        var plan = project.Plan(Site + "comparisons: [ { id: a, models: [tiny, other] }, { id: b, heads: [tiny/L0H0, tiny/L0H1] } ]\n", only: "tiny/reviews/short");
        var left = Assert.Single(plan.Comparisons);
        Assert.Equal("b", left.Id);
        Assert.Equal(["reviews/short"], left.Slices);
    }

    private static PlannedProject Project() => new("run/step-1/model.onnx", "run/step-20/model.onnx", "run/step-300/model.onnx");
}

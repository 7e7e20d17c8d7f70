using IzzyViz.SiteGen.Tests.Manifests;

namespace IzzyViz.SiteGen.Tests.Planning;

public sealed class RunFilterTests
{
    private const string Yaml = """
        title: T
        models: [ { id: tiny, path: models/tiny }, { id: other, path: models/other.onnx }, { id: ind, checkpoints: { pattern: run/step-* } } ]
        datasets: [ { id: reviews, path: reviews.jsonl, slices: [ { id: short }, { id: long } ] }, { id: notes, path: notes.csv } ]
        galleries: [ { } ]
        """;

    [Theory]
    [InlineData("tiny", "tiny reviews/short, tiny reviews/long, tiny notes/all")]
    [InlineData("tiny/short", "tiny reviews/short")]
    [InlineData("tiny/reviews", "tiny reviews/short, tiny reviews/long")]
    [InlineData("tiny/reviews/long", "tiny reviews/long")]
    [InlineData("*/notes", "tiny notes/all, other notes/all, ind-step-1 notes/all, ind-step-2 notes/all")]
    [InlineData("ind/long", "ind-step-1 reviews/long, ind-step-2 reviews/long")]
    [InlineData("ind-step-2/all", "ind-step-2 notes/all")]
    public void Only_what_is_named_is_left(string only, string runs)
    {
        using var site = new PlannedProject("run/step-1/model.onnx", "run/step-2/model.onnx");
        var plan = site.Plan(Yaml, only);

        Assert.Equal(runs, string.Join(", ", plan.Runs.Select(r => $"{r.Model.Id} {r.Slice.Address}")));
        Assert.Equal(plan.Runs.Select(r => r.Model.Id).Distinct(), plan.Models.Select(m => m.Id));
        Assert.Equal(plan.Runs.Select(r => r.Dataset.Source.Id).Distinct(), plan.Datasets.Select(d => d.Source.Id));
    }

    [Theory]
    [InlineData("tinny", "'--only tinny' selects nothing. Did you mean 'tiny'?")]
    [InlineData("tiny/reviews/lang", "'--only tiny/reviews/lang' selects nothing. Did you mean 'tiny/reviews/long'?")]
    public void Naming_nothing_is_an_error_with_the_nearest_name(string only, string message)
    {
        using var site = new PlannedProject("run/step-1/model.onnx");
        site.Plan(Yaml, only);

        Assert.Equal($"(0,0) error IZV1051: {message}\n", Diagnosis.Of(site.Bag));
    }
}

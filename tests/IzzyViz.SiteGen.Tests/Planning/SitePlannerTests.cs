using IzzyViz.Analysis.Datasets;
using IzzyViz.SiteGen.Planning;
using IzzyViz.SiteGen.Tests.Manifests;

namespace IzzyViz.SiteGen.Tests.Planning;

public sealed class SitePlannerTests
{
    private const string Smallest = "title: T\n" + PlannedProject.Models + PlannedProject.Datasets + PlannedProject.Galleries;

    [Fact]
    public void Every_model_of_a_gallery_meets_every_slice_of_it()
    {
        using var site = new PlannedProject();
        var plan = site.Plan("title: T\nmodels: [ { id: a, path: models/tiny }, { id: b, path: models/other.onnx } ]\n" + PlannedProject.Datasets + "galleries: [ { } ]\n");

        Assert.Equal("", Diagnosis.Of(site.Bag));
        Assert.Equal(["a reviews/short", "a reviews/long", "b reviews/short", "b reviews/long"], plan.Runs.Select(r => $"{r.Model.Id} {r.Slice.Address}"));
    }

    [Fact]
    public void Defaults_are_filled_in()
    {
        using var site = new PlannedProject();
        var run = site.Plan(Smallest).Runs[0];

        Assert.Equal(8, run.ShownExamples);
        Assert.Equal(["table-lens", "all-heads"], run.Figures);
        Assert.Equal(PlannedProject.Names.Statistics, run.StatisticIds);
        Assert.Equal("text", run.Dataset.Source.Columns.Text);
        Assert.Equal(DatasetFormat.JsonLines, run.Dataset.Source.Format);
    }

    [Fact]
    public void Paths_are_relative_to_the_manifest_and_not_to_the_current_folder()
    {
        using var site = new PlannedProject("docs/index.md", "theme/page.css");
        var plan = site.Plan(Smallest + "docs: docs\ntheme: theme\n");

        Assert.Equal(site["models/tiny"], plan.Models[0].Path);
        Assert.Equal(site["reviews.jsonl"], plan.Datasets[0].Source.Path);
        Assert.Equal([site["docs"]], plan.DocumentFolders);
        Assert.Equal(site["theme"], plan.ThemeFolder);
        Assert.Equal(site["site.yml"], plan.ManifestPath);
    }

    [Fact]
    public void A_dataset_without_slices_has_one_with_every_row()
    {
        using var site = new PlannedProject();
        var plan = site.Plan("title: T\n" + PlannedProject.Models + "datasets: [ { id: notes, path: notes.csv } ]\ngalleries: [ { slices: notes/all } ]\n");

        var slice = Assert.Single(plan.Runs).Slice;
        Assert.Equal(("notes/all", null, null), (slice.Address, slice.Range, slice.Take));
    }

    [Fact]
    public void A_slice_carries_its_filter_range_sample_and_seed()
    {
        using var site = new PlannedProject();
        var plan = site.Plan("title: T\n" + PlannedProject.Models + """
            datasets:
              - id: notes
                path: notes.csv
                slices: [ { id: a, where: { stars: [4, 5] }, range: 10..20, take: 3, seed: 7 } ]
            galleries: [ { } ]

            """);

        var slice = plan.Runs[0].Slice;
        Assert.Equal(["4", "5"], slice.Where["stars"]);
        Assert.Equal(((int, int?)?)(10, 20), slice.Range);
        Assert.Equal((3, 7L), (slice.Take, slice.Seed));
        Assert.Equal(6, slice.DeclaredAt.Line);
    }

    [Fact]
    public void A_remote_model_is_planned_by_repository_and_revision_and_placed_when_fetched()
    {
        using var site = new PlannedProject();
        var plan = site.Plan("title: T\nmodels: [ { id: hub, hugging-face: a/b, revision: v1, file: onnx/model.onnx } ]\n" + PlannedProject.Datasets + "galleries: [ { } ]\n");

        Assert.Equal(new RemoteModel("a/b", "v1", null), plan.Models[0].Remote);
        Assert.Equal("onnx/model.onnx", plan.Models[0].File);

        var fetched = plan.WithPath("hub", "/cache/a/b");
        Assert.Equal("/cache/a/b", fetched.Models[0].Path);
        Assert.All(fetched.Runs, run => Assert.Equal("/cache/a/b", run.Model.Path));
    }

    [Fact]
    public void Gates_name_a_statistic_a_change_and_slices()
    {
        using var site = new PlannedProject();
        var plan = site.Plan(Smallest + "review: { gates: [ { statistic: entropy, change: 0.2 }, { statistic: self, change: 0, slices: reviews/sh* } ] }\n");

        Assert.Equal([("entropy", 0.2, "*"), ("self", 0, "reviews/sh*")], plan.Review.Gates.Select(g => (g.Statistic, g.Change, g.Slices)));
    }

    [Fact]
    public void The_same_run_named_twice_by_one_gallery_is_one_run()
    {
        using var site = new PlannedProject();
        var plan = site.Plan("title: T\n" + PlannedProject.Models + PlannedProject.Datasets + "galleries: [ { models: [tiny, \"t*\"], slices: [reviews/long, reviews] } ]\n");

        Assert.Equal(["reviews/long", "reviews/short"], plan.Runs.Select(r => r.Slice.Address));
        Assert.Equal("", Diagnosis.Of(site.Bag));
    }

    [Fact]
    public void What_no_gallery_shows_is_a_warning()
    {
        using var site = new PlannedProject();
        site.Plan("""
            title: T
            models: [ { id: tiny, path: models/tiny }, { id: other, path: models/other.onnx } ]
            datasets: [ { id: reviews, path: reviews.jsonl }, { id: notes, path: notes.csv } ]
            galleries: [ { model: tiny, slices: reviews } ]
            """);

        Assert.Equal(
            """
            (2,50) warning IZV1052: No gallery shows the model 'other'.
            (3,57) warning IZV1053: No gallery shows a slice of the dataset 'notes'.

            """.ReplaceLineEndings("\n"),
            Diagnosis.Of(site.Bag));
    }
}

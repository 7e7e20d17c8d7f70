using IzzyViz.SiteGen.Planning;
using IzzyViz.SiteGen.Tests.Manifests;

namespace IzzyViz.SiteGen.Tests.Planning;

public sealed class FamilyTests
{
    private const string Rest = PlannedProject.Datasets + "galleries: [ { } ]\n";

    [Fact]
    public void Checkpoints_come_in_the_order_of_their_numbers()
    {
        using var site = new PlannedProject("run/step-1000/model.onnx", "run/step-200/model.onnx", "run/step-0030/model.onnx", "run/notes.txt");
        var plan = site.Plan("title: T\nmodels: [ { id: ind, title: Induction, checkpoints: { pattern: run/step-* } } ]\n" + Rest);

        Assert.Equal(["ind-step-30", "ind-step-200", "ind-step-1000"], plan.Models.Select(m => m.Id));
        Assert.Equal(["step 30", "step 200", "step 1000"], plan.Models.Select(m => m.Label));
        Assert.Equal([30L, 200L, 1000L], plan.Models.Select(m => m.Position));
        Assert.Equal("Induction, step 30", plan.Models[0].Title);
        Assert.Equal(site["run/step-0030"], plan.Models[0].Path);
        Assert.All(plan.Models, m => Assert.Equal(("ind", FamilyRole.Checkpoint), (m.Family, m.Role)));
    }

    [Fact]
    public void The_star_may_stand_in_the_middle_of_a_path()
    {
        using var site = new PlannedProject("runs/seed1/final/model.onnx", "runs/seed2/final/model.onnx", "runs/seed3/half/model.onnx");
        var plan = site.Plan("title: T\nmodels: [ { id: s, repeats: { pattern: runs/seed*/final } } ]\n" + Rest);

        Assert.Equal(["s-seed-1", "s-seed-2"], plan.Models.Select(m => m.Id));
        Assert.Equal([FamilyRole.Repeat], plan.Models.Select(m => m.Role).Distinct());
    }

    [Fact]
    public void Names_without_a_number_come_last_in_ordinal_order()
    {
        using var site = new PlannedProject("m/b.onnx", "m/10.onnx", "m/a.onnx", "m/9.onnx");
        var plan = site.Plan("title: T\nmodels: [ { id: m, checkpoints: { pattern: \"m/*.onnx\", label: epoch } } ]\n" + Rest);

        Assert.Equal(["epoch 9", "epoch 10", "epoch a", "epoch b"], plan.Models.Select(m => m.Label));
    }

    [Fact]
    public void A_familys_name_stands_for_its_members_in_a_gallery()
    {
        using var site = new PlannedProject("run/step-1/model.onnx", "run/step-2/model.onnx");
        var plan = site.Plan("title: T\nmodels: [ { id: tiny, path: models/tiny }, { id: ind, checkpoints: { pattern: run/step-* } } ]\n" + PlannedProject.Datasets
            + "galleries: [ { model: ind, slices: reviews/short }, { model: tiny } ]\n");

        Assert.Equal(["ind-step-1", "ind-step-2", "tiny", "tiny"], plan.Runs.Select(r => r.Model.Id));
        Assert.Equal("", Diagnosis.Of(site.Bag));
    }
}

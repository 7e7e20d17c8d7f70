using IzzyViz.SiteGen.Manifests;
using IzzyViz.SiteGen.Tests.Manifests;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Planning;

public sealed class PlanCaseTests
{
    private static readonly string Folder = Path.Combine(Repository.TestFolder(typeof(PlanCaseTests).Assembly), "Planning", "Cases");

    public static TheoryData<string> Names =>
        [.. Directory.EnumerateFiles(Folder, "*.yml").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_manifest_that_refers_to_what_is_not_there_says_so_everywhere(string name)
    {
        using var site = new PlannedProject("run/step-1/model.onnx", "twice/step-1/model.onnx", "twice/step-01/model.onnx");
        site.Plan(File.ReadAllText(Path.Combine(Folder, name + ".yml")));

        Golden.Match(Diagnosis.Of(site.Bag.InOrderOfPlace()), $"Planning/Cases/{name}.expected.txt");
    }
}

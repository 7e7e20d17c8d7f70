using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Models;
using IzzyViz.Testing;

namespace IzzyViz.Analysis.Tests.Captures;

public sealed class ArchitectureTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public static TheoryData<string> Names => [.. FormCatalogue.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_form_gives_the_weights_of_the_definition(string name)
    {
        AssertDefined(FormCatalogue.All[name]());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Names_and_the_order_of_nodes_change_nothing(string name)
    {
        for (var seed = 1; seed <= 3; seed++)
        {
            var form = FormCatalogue.All[name]();
            form.Model.Scramble = seed;
            AssertDefined(form);
        }
    }

    public void Dispose() => _folder.Dispose();

    private void AssertDefined(FormCase form)
    {
        form.Model.Save(_folder["model.onnx"], form.Result);
        using var session = ModelSession.Open(ModelFolder.Find(_folder.Path, null, new())!, form.Options);

        using var capture = session.Run(form.Feeds);

        Assert.Empty(capture.Findings);
        Assert.Equal(form.Expected.Keys, capture.Modules.Select(m => m.Module.Name).Order(StringComparer.Ordinal));
        Assert.All(capture.Modules, m => AssertEqual(form.Expected[m.Module.Name], m, form.Tolerance));
        Assert.Empty(session.CheckOutputs(form.Feeds).Findings);
        Assert.All(capture.Modules, m => Assert.Equal(form.ProvesValues, !double.IsNaN(m.Check.ValueError)));
    }

    private static void AssertEqual(IReadOnlyList<double[,,]> expected, CapturedModule module, double tolerance)
    {
        Assert.Equal([expected.Count, .. Enumerable.Range(0, 3).Select(expected[0].GetLength)], module.Dims.Select(d => (int)d));
        var weights = module.AllWeights;
        var index = 0;
        foreach (var value in expected.SelectMany(e => e.Cast<double>()))
        {
            Assert.Equal(value, weights[index++], tolerance);
        }

        Assert.True(module.Check.Passed);
    }
}

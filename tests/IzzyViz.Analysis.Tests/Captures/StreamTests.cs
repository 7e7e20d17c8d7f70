using System.Collections.Immutable;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Models;
using IzzyViz.Testing;

namespace IzzyViz.Analysis.Tests.Captures;

/// <summary>The residual stream between layers, and graphs that are run layer by layer.</summary>
public sealed class StreamTests : IDisposable
{
    private const CaptureParts Everything = CaptureParts.Attention | CaptureParts.Projections | CaptureParts.Hidden;

    private static readonly ModelInput Input = new() { Source = TinyModel.Ids };

    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_residual_stream_is_found_behind_each_layer_whether_norms_come_first_or_last(bool normsFirst)
    {
        using var session = Open(Stacked(3, normsFirst, null), new() { What = CaptureParts.Hidden });
        using var capture = session.Run(Input);

        Assert.Equal(["encoder.0", "encoder.1", "encoder.2"], capture.Hidden.Keys);
        for (var layer = 0; layer < 3; layer++)
        {
            using var told = Open(Stacked(3, normsFirst, layer), new());
            using var expected = told.Run(Input);
            Assert.Equal([1, TinyModel.Ids.Length, TinyModel.Size], capture.Hidden[$"encoder.{layer}"].Dims.Select(d => (int)d));
            AssertClose(expected.Outputs["last_hidden_state"].Values, capture.Hidden[$"encoder.{layer}"].Values);
        }
    }

    [Fact]
    public void Where_one_layer_stands_alone_nothing_says_where_it_ends()
    {
        using var session = Open(Stacked(1, true, null), new() { What = CaptureParts.Hidden });
        using var capture = session.Run(Input);

        Assert.Empty(capture.Hidden);
        Assert.Equal(ModelDiagnostics.NoHidden, Assert.Single(capture.Findings).Descriptor);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Layer_by_layer_gives_what_one_run_gives(bool normsFirst)
    {
        var folder = Stacked(4, normsFirst, null);
        using var whole = Open(folder, new() { What = Everything });
        using var parts = Open(folder, new() { What = Everything, MapMemory = 0 });
        using var expected = whole.Run(Input);
        var seen = new List<string>();

        using var capture = parts.Visit(Input, module =>
        {
            var same = expected.Modules.Single(m => m.Module.Name == module.Module.Name);
            seen.Add(module.Module.Name);
            Assert.True(module.Check.Passed);
            AssertClose(same.Weights(), module.Weights());
            AssertClose(same.Weights()[25..50], module.Head(1));
            AssertClose(same.Query!.Values, module.Query!.Values);
            AssertClose(same.Value!.Values, module.Value!.Values);
        });

        Assert.Equal(["encoder.0", "encoder.1", "encoder.2", "encoder.3"], seen);
        Assert.Empty(capture.Findings);
        Assert.Equal(expected.Hidden.Keys, capture.Hidden.Keys);
        AssertClose(expected.Hidden["encoder.2"].Values, capture.Hidden["encoder.2"].Values);
        AssertClose(expected.Outputs["last_hidden_state"].Values, capture.Outputs["last_hidden_state"].Values);
        Assert.Empty(parts.CheckOutputs(Input).Findings);
    }

    [Fact]
    public void Short_and_long_examples_can_follow_each_other()
    {
        using var session = Open(Stacked(2, true, null), new() { MapMemory = 2 * 2 * 5 * 5 * sizeof(float) });
        var modules = new List<double>();
        foreach (var count in new[] { 5, 6, 5, 7 })
        {
            using var capture = session.Visit(new ModelInput { Source = [.. Enumerable.Range(0, count)] }, m => modules.Add(m.Queries));
            Assert.Empty(capture.Findings);
        }

        Assert.Equal([5, 5, 6, 6, 5, 5, 7, 7], modules);
    }

    [Theory]
    [MemberData(nameof(FormTests.Names), MemberType = typeof(FormTests))]
    public void Every_form_can_be_run_in_parts(string form)
    {
        var model = new TinyModel();
        model.Save(_folder["model.onnx"], Forms.All[form](model));
        using var session = Open(_folder.Path, new() { MapMemory = 0, What = Everything ^ CaptureParts.Hidden });
        var expected = model.Expected().Cast<double>().ToArray();

        using var capture = session.Visit(Input, module => Assert.All(module.Weights().ToArray().Zip(expected), p => Assert.Equal(p.Second, p.First, 2e-6)));

        Assert.Empty(capture.Findings);
    }

    public void Dispose() => _folder.Dispose();

    /// <param name="told">The layer whose stream the model itself gives out; null for the last norm.</param>
    private string Stacked(int layers, bool normsFirst, int? told)
    {
        var model = new TinyModel();
        var stack = new Stack(model, layers, normsFirst);
        var path = Directory.CreateDirectory(_folder[$"{normsFirst}-{told}-{layers}"]).FullName;
        model.Save(Path.Combine(path, "model.onnx"), told is { } layer ? stack.Streams[layer] : stack.Result);
        return path;
    }

    private static ModelSession Open(string folder, CaptureOptions options) => ModelSession.Open(ModelFolder.Find(folder, null, new())!, options with { Calibrate = false });

    private static void AssertClose(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], 2e-6f);
        }
    }
}

using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Onnx;
using IzzyViz.Testing;

namespace IzzyViz.Analysis.Tests.Captures;

/// <summary>Four query heads over two heads of keys and values, which a graph repeats before the products.</summary>
public sealed class SharedHeadsTests : IDisposable
{
    private const int Heads = 4;
    private const int Shared = 2;
    private const int HeadSize = TinyModel.Size / Heads;

    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Heads_repeated_behind_their_own_axis_are_shared(bool isExpanded)
    {
        var m = new TinyModel();
        var module = Captured(m, part => Joined(m, Spread(m, m.Graph.Unsqueeze(Turned(m, part), 2), isExpanded, [1, 1, 2, 1, 1])));

        Assert.Equal((Heads, Shared), (module.Module.Heads, module.Module.KeyValueHeads));
        Assert.Equal([1, Shared, TinyModel.Ids.Length, HeadSize], module.Projections.Key!.Dims);
    }

    [Fact]
    public void Heads_repeated_before_they_are_turned_are_shared()
    {
        var m = new TinyModel();
        var module = Captured(m, part =>
        {
            var spread = Spread(m, m.Graph.Unsqueeze(m.Graph.Reshape(part, 0, 0, -1, HeadSize), 3), true, [1, 1, 1, 2, 1]);
            return m.Graph.Transpose(m.Graph.Reshape(spread, 0, 0, Heads, HeadSize), 0, 2, 1, 3);
        });

        Assert.Equal(Shared, module.Module.KeyValueHeads);
    }

    [Fact]
    public void Heads_repeated_as_a_whole_are_not_neighbours_and_are_not_said_to_be_shared()
    {
        var m = new TinyModel();
        var module = Captured(m, part => Joined(m, Spread(m, m.Graph.Unsqueeze(Turned(m, part), 1), true, [1, 2, 1, 1, 1])));

        Assert.Equal(Heads, module.Module.KeyValueHeads);
        Assert.Equal([1, Heads, TinyModel.Ids.Length, HeadSize], module.Projections.Key!.Dims);
    }

    public void Dispose() => _folder.Dispose();

    private CapturedModule Captured(TinyModel m, Func<string, string> repeated)
    {
        var g = m.Graph;
        var query = g.Transpose(g.Reshape(m.Project(m.Hidden, "own.q", m.Numbers(TinyModel.Size * TinyModel.Size)), 0, 0, Heads, HeadSize), 0, 2, 1, 3);
        var key = repeated(m.Narrow("own.k", m.Numbers(TinyModel.Size * Shared * HeadSize)));
        var value = repeated(m.Narrow("own.v", m.Numbers(TinyModel.Size * Shared * HeadSize)));
        var scores = g.Add("Mul", [g.Add("MatMul", [query, g.Transpose(key, 0, 1, 3, 2)]), g.Number(0.7f, ElementType.Float32)]);
        m.Save(_folder["model.onnx"], g.Add("MatMul", [Forms.Softmax(m, scores), value]));
        using var session = ModelSession.Open(ModelFolder.Find(_folder.Path, null, new())!, new() { Calibrate = false, What = CaptureParts.Key });
        using var capture = session.Run(new ModelInput { Source = TinyModel.Ids });
        return Assert.Single(capture.Modules);
    }

    /// <summary>How many heads there are is left open, as exporters do.</summary>
    private static string Turned(TinyModel m, string part) => m.Graph.Transpose(m.Graph.Reshape(part, 0, 0, -1, HeadSize), 0, 2, 1, 3);

    private static string Joined(TinyModel m, string spread) => m.Graph.Reshape(spread, 0, Heads, -1, HeadSize);

    private static string Spread(TinyModel m, string tensor, bool isExpanded, long[] counts) => m.Graph.Add(isExpanded ? "Expand" : "Tile", [tensor, m.Graph.Ints(counts)]);
}

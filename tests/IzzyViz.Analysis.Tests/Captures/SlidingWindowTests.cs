using System.Collections.Immutable;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Onnx;
using IzzyViz.Testing;

namespace IzzyViz.Analysis.Tests.Captures;

/// <summary>Masks made by comparing positions; the window of all of them is three keys, the query's own with them.</summary>
public sealed class SlidingWindowTests : IDisposable
{
    private const int Window = 3;

    private readonly TempFolder _folder = new();

    public static TheoryData<string> Ways => ["key > query - 3", "key >= query - 2", "query - 3 < key", "query - 2 <= key", "not key <= query - 3", "key + 3 > query"];

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_window_is_read_from_the_comparison_that_makes_the_mask(string way)
    {
        var m = new TinyModel();
        var (query, key) = Positions(m);
        var near = Near(m, way, query, key);
        var module = Captured(m, m.Graph.Add("And", [near, m.Graph.Add("LessOrEqual", [key, query])]));

        Assert.Equal(Window, module.Module.Window);
        Assert.Equal(0f, module.Weights()[(4 * TinyModel.Ids.Length) + 1]);
        Assert.NotEqual(0f, module.Weights()[(4 * TinyModel.Ids.Length) + 2]);
    }

    [Fact]
    public void A_causal_mask_alone_is_no_window()
    {
        var m = new TinyModel();
        var (query, key) = Positions(m);
        Assert.Null(Captured(m, m.Graph.Add("LessOrEqual", [key, query])).Module.Window);
    }

    [Fact]
    public void Keys_that_all_queries_see_besides_make_it_no_window()
    {
        var m = new TinyModel();
        var (query, key) = Positions(m);
        var first = m.Graph.Add("Less", [key, m.Graph.IntScalar(1)]);
        Assert.Null(Captured(m, m.Graph.Add("Or", [first, Near(m, "key > query - 3", query, key)])).Module.Window);
    }

    [Fact]
    public void Distances_that_choose_a_bias_from_a_table_are_no_window()
    {
        var m = new TinyModel();
        var g = m.Graph;
        var (query, key) = Positions(m);
        var bucket = g.Add("Where", [Near(m, "key > query - 3", query, key), g.IntScalar(0), g.IntScalar(1)]);
        var bias = g.Transpose(g.Add("Gather", [m.Keep("table of biases", [0.5f, -0.5f, 0.25f, 1], 2, TinyModel.Heads), bucket]), 2, 0, 1);
        Assert.Null(Captured(m, g.Add("Add", [m.Scores(), g.Unsqueeze(bias, 0)]), isMask: false).Module.Window);
    }

    [Fact]
    public void A_window_that_only_the_config_has_is_given_up_when_weights_are_seen_beyond_it()
    {
        File.WriteAllText(_folder["config.json"], """{ "sliding_window": 2, "layer_types": ["sliding_attention"] }""");
        var m = new TinyModel();
        var (query, key) = Positions(m);
        m.Save(_folder["model.onnx"], Result(m, m.Graph.Add("LessOrEqual", [key, query])));
        var stated = ModelReader.Inspect(ModelFolder.Find(_folder.Path, null, new())!, new())!.Modules;

        Assert.Equal(2, Assert.Single(stated).Window);
        Assert.Null(Run().Module.Window);
    }

    public void Dispose() => _folder.Dispose();

    private static string Near(TinyModel m, string way, string query, string key)
    {
        string Less(string tensor, long by) => m.Graph.Add("Sub", [tensor, m.Graph.IntScalar(by)]);
        return way switch
        {
            "key > query - 3" => m.Graph.Add("Greater", [key, Less(query, 3)]),
            "key >= query - 2" => m.Graph.Add("GreaterOrEqual", [key, Less(query, 2)]),
            "query - 3 < key" => m.Graph.Add("Less", [Less(query, 3), key]),
            "query - 2 <= key" => m.Graph.Add("LessOrEqual", [Less(query, 2), key]),
            "not key <= query - 3" => m.Graph.Add("Not", [m.Graph.Add("LessOrEqual", [key, Less(query, 3)])]),
            _ => m.Graph.Add("Greater", [m.Graph.Add("Add", [key, m.Graph.IntScalar(3)]), query]),
        };
    }

    /// <summary>Queries <c>[query, 1]</c> and keys <c>[key]</c>, both counted from 0.</summary>
    private static (string Query, string Key) Positions(TinyModel m)
    {
        var range = m.Graph.Range(m.Graph.Size("input_ids", 1));
        return (m.Graph.Unsqueeze(range, 1), range);
    }

    private CapturedModule Captured(TinyModel m, string mask, bool isMask = true)
    {
        m.Save(_folder["model.onnx"], isMask ? Result(m, mask) : Forms.Mix(m, mask));
        return Run();
    }

    private static string Result(TinyModel m, string visible) =>
        Forms.Mix(m, m.Graph.Add("Where", [visible, m.Scores(), m.Graph.Number(float.MinValue, ElementType.Float32)]));

    private CapturedModule Run()
    {
        using var session = ModelSession.Open(ModelFolder.Find(_folder.Path, null, new())!, new() { Calibrate = false });
        using var capture = session.Run(new ModelInput { Source = TinyModel.Ids });
        return Assert.Single(capture.Modules);
    }
}

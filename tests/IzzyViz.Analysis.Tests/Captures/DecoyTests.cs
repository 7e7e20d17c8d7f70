using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Onnx;
using IzzyViz.Testing;

namespace IzzyViz.Analysis.Tests.Captures;

/// <summary>Softmaxes that weigh something, and no tokens.</summary>
public sealed class DecoyTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public static TheoryData<string> Names => [.. Decoys.Keys];

    private static Dictionary<string, Func<TinyModel, string>> Decoys => new(StringComparer.Ordinal)
    {
        ["probabilities over a vocabulary"] = m => Forms.Softmax(m, Over(m, TinyModel.Vocabulary)),
        ["an embedding mixed by probabilities over a vocabulary"] = m => m.Graph.Add("MatMul", [Forms.Softmax(m, Over(m, TinyModel.Vocabulary)), "table"]),
        ["a gate between two streams"] = m => m.Graph.Add("Mul", [m.Graph.Slice(Forms.Softmax(m, Over(m, 2)), 2, 0, 1), m.Hidden]),
        ["a router that picks experts"] = Router,
        ["linear attention"] = Linear,
        ["memory slots that are weights"] = m => m.Graph.Add("MatMul", [Forms.Softmax(m, Over(m, TinyModel.Ids.Length)), m.Keep("slots", m.Numbers(TinyModel.Ids.Length * TinyModel.Size), TinyModel.Ids.Length, TinyModel.Size)]),
        ["tokens pooled by one score each"] = m => m.Graph.Add("ReduceSum", [m.Graph.Add("Mul", [Forms.Softmax(m, Over(m, 1), axis: 1), m.Hidden]), m.Graph.Ints(1)]),
        ["heads of one token that attend to each other"] = m => Attention(m, t => m.Graph.Transpose(t, 0, 2, 1, 3)),
        ["examples of a batch that attend to each other"] = m => Attention(m, t => m.Graph.Transpose(t, 2, 1, 0, 3)),
        ["heads of one token, in rows with all others"] = m => Matrices(m, t => m.Graph.Reshape(t, -1, TinyModel.Heads, TinyModel.HeadSize)),
        ["parts of one token that attend to each other"] = PartsOfTokens,
        ["parts of tokens and tokens that changed places before they were laid flat"] = Swapped,
        ["rows of numbers, one for each example"] = RowsOfNumbers,
        ["examples that a product moves behind the tokens"] = Moved,
        ["queries picked out of the tokens"] = Picked,
        ["tokens sorted before they attend to each other"] = m => Attention(m, t => m.Graph.Add("GatherElements", [t, Places(m)], OnnxAttribute.Of("axis", 2))),
        ["tokens from last to first"] = m => Attention(m, t => m.Graph.Add("Slice", [t, m.Graph.Ints(-1), m.Graph.Ints(-100), m.Graph.Ints(2), m.Graph.Ints(-1)])),
        ["keys rolled round against their queries"] = m => Weigh(m, m.Query, Rolled(m, m.Key), Rolled(m, m.Value)),
        ["keys padded by one in front of them"] = m => Weigh(m, m.Query, Shifted(m, m.Key), Shifted(m, m.Value)),
        ["keys behind a first one that is made up"] = m => Weigh(m, m.Query, Behind(m, m.Key), Behind(m, m.Value)),
        ["tokens rolled round before they attend to each other"] = m => Attention(m, t => Rolled(m, t)),
        ["heads before tokens without a transposition"] = m => Attention(m, Untransposed(m, m.Graph.Unsqueeze(m.Graph.Size(m.Hidden, 1), 0))),
        ["heads before as many tokens as written, without a transposition"] = m => Attention(m, Untransposed(m, m.Graph.Ints(TinyModel.Ids.Length))),
        ["heads before an open number of tokens, without a transposition"] = m => Weigh(m, Opened(m, "oq"), Opened(m, "ok"), Opened(m, "ov")),
        ["keys that are turned by a Reshape"] = m => m.Graph.Add("MatMul", [Forms.Softmax(m, m.Graph.Add("MatMul", [m.Query, Stood(m)])), m.Value]),
        ["heads joined, and before an open number of tokens"] = m => Attention(m, t => m.Graph.Reshape(m.Graph.Reshape(m.Graph.Transpose(t, 0, 2, 1, 3), 0, 0, -1), 0, TinyModel.Heads, -1, TinyModel.HeadSize)),
        ["keys that a projection mixes from all tokens"] = Reprojected,
        ["keys that are parameters, moved by the mean of the tokens"] = Slots,
        ["keys in two parts, each with values of its own"] = Parts,
        ["weights that an optimiser made eight-bit numbers"] = m =>
            m.Graph.Add("MatMul", [m.Graph.Cast(m.Fused("QLinearSoftmax", [m.Graph.Cast(m.Scores(), ElementType.UInt8), m.Graph.Number(0.1f, ElementType.Float32), "", m.Graph.Number(0.004f, ElementType.Float32), ""], [OnnxAttribute.Of("opset", 13)]), ElementType.Float32), m.Value]),
        ["weights that are used in two forms"] = m => m.Graph.Add("Add", [Forms.Plain(m), m.Graph.Add("MatMul", [Masked(m), m.Value])]),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_no_attention_between_tokens_is_not_taken_for_it(string decoy)
    {
        var model = new TinyModel();
        model.Save(_folder["model.onnx"], Decoys[decoy](model));

        var structure = ModelReader.Inspect(ModelFolder.Find(_folder.Path, null, new())!, new())!;

        Assert.DoesNotContain(structure.Modules, m => m.Refused is null);
        Assert.NotEmpty(structure.Refusals);
        Assert.All(structure.Refusals, r => Assert.NotEmpty(r.Why));
    }

    /// <summary>Induced points (Set Transformer, Lee et al. 2019), as many as there are tokens.</summary>
    [Fact]
    public void Latents_that_read_tokens_are_a_pool_and_no_keys()
    {
        var m = new TinyModel();
        var g = m.Graph;
        var latents = m.Keep("latents", m.Numbers(TinyModel.Ids.Length * TinyModel.Size), 1, TinyModel.Heads, TinyModel.Ids.Length, TinyModel.HeadSize);
        var read = g.Reshape(g.Transpose(Weigh(m, latents, m.Key, m.Value), 0, 2, 1, 3), 0, 0, TinyModel.Size);
        m.Save(_folder["model.onnx"], Weigh(m, m.Query, m.Heads4(m.Project(read, "ik", m.KeyWeights)), m.Heads4(m.Project(read, "iv", m.ValueWeights))));

        var structure = ModelReader.Inspect(ModelFolder.Find(_folder.Path, null, new())!, new())!;

        Assert.Equal("pool.0", Assert.Single(structure.Modules, m => m.Refused is null).Name);
        Assert.Contains(structure.Refusals, r => r.Why.Contains("parameters", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Scores of each token over something, by constant weights.</summary>
    private static string Over(TinyModel m, int count) => m.Graph.Add("MatMul", [m.Hidden, m.Keep($"over{count}", m.Numbers(TinyModel.Size * count), TinyModel.Size, count)]);

    /// <summary>Every token to its best of four experts, here one matrix each.</summary>
    private static string Router(TinyModel m)
    {
        var g = m.Graph;
        var shares = g.Unsqueeze(Forms.Softmax(m, Over(m, 4)), 2);
        var experts = g.Reshape(g.Add("MatMul", [m.Hidden, m.Keep("experts", m.Numbers(TinyModel.Size * 4 * TinyModel.Size), TinyModel.Size, 4 * TinyModel.Size)]), 0, 0, 4, TinyModel.Size);
        return g.Add("MatMul", [shares, experts]);
    }

    /// <summary>Queries over features and keys over tokens, each by a softmax of its own; no product of the two exists.</summary>
    private static string Linear(TinyModel m)
    {
        var g = m.Graph;
        var context = g.Add("MatMul", [g.Transpose(Forms.Softmax(m, m.Key, 2), 0, 1, 3, 2), m.Value]);
        return g.Add("MatMul", [Forms.Softmax(m, m.Query), context]);
    }

    private static string Attention(TinyModel m, Func<string, string> layout) => Weigh(m, layout(m.Query), layout(m.Key), layout(m.Value));

    private static string Weigh(TinyModel m, string query, string key, string value) =>
        m.Graph.Add("MatMul", [Forms.Softmax(m, m.Graph.Add("MatMul", [query, m.Graph.Transpose(key, 0, 1, 3, 2)])), value]);

    /// <summary>As many mixtures as there are tokens (Linformer, Wang et al. 2020).</summary>
    private static string Reprojected(TinyModel m)
    {
        var g = m.Graph;
        var tokens = TinyModel.Ids.Length;
        var mixtures = g.Transpose(g.Add("MatMul", [g.Transpose(m.Hidden, 0, 2, 1), m.Keep("mixtures", m.Numbers(tokens * tokens), tokens, tokens)]), 0, 2, 1);
        return Weigh(m, m.Query, m.Heads4(m.Project(mixtures, "mk", m.KeyWeights)), m.Heads4(m.Project(mixtures, "mv", m.ValueWeights)));
    }

    private static string Matrices(TinyModel m, Func<string, string> layout)
    {
        var g = m.Graph;
        var (q, k, v) = (layout(m.Project(m.Hidden, "mq", m.QueryWeights)), layout(m.Project(m.Hidden, "mk", m.KeyWeights)), layout(m.Project(m.Hidden, "mv", m.ValueWeights)));
        return g.Add("MatMul", [Forms.Softmax(m, g.Add("MatMul", [q, g.Transpose(k, 0, 2, 1)])), v]);
    }

    private static string RowsOfNumbers(TinyModel m)
    {
        var g = m.Graph;
        m.Inputs.Add(TinyModel.Input("numbers", ElementType.Float32, "batch", $"{TinyModel.Size}"));
        var (q, k, v) = (m.Project("numbers", "mq", m.QueryWeights), m.Project("numbers", "mk", m.KeyWeights), m.Project("numbers", "mv", m.ValueWeights));
        return g.Add("MatMul", [Forms.Softmax(m, g.Add("MatMul", [q, g.Transpose(k, 1, 0)])), v]);
    }

    /// <summary>The numbers of a token in groups, as fields of a record.</summary>
    private static string PartsOfTokens(TinyModel m)
    {
        var g = m.Graph;
        var parts = g.Reshape(g.Add("Add", [m.Hidden, m.Keep("shift", m.Numbers(TinyModel.Size), TinyModel.Size)]), 0, 0, 4, 2);
        string Projected(string name) => g.Add("MatMul", [parts, m.Keep(name, m.Numbers(4), 2, 2)]);
        return Weigh(m, Projected("fq"), Projected("fk"), Projected("fv"));
    }

    /// <summary>A projection over rows whose columns are tokens: its sizes are those of one over features.</summary>
    private static string Swapped(TinyModel m)
    {
        var g = m.Graph;
        var (tokens, parts) = (TinyModel.Ids.Length, 4);
        var rows = g.Reshape(g.Transpose(g.Reshape(m.Hidden, 1, tokens, parts, 2), 0, 2, 1, 3), parts, 2 * tokens);
        string Part(string name) => g.Transpose(g.Reshape(g.Add("Gemm", [rows, m.Keep(name, m.Numbers(4 * tokens * tokens), 2 * tokens, 2 * tokens)]), 1, parts, tokens, 2), 0, 2, 1, 3);
        return Weigh(m, Part("wq2"), Part("wk2"), Part("wv2"));
    }

    private static string Moved(TinyModel m)
    {
        var (q, k, v) = (m.Project(m.Hidden, "mq", m.QueryWeights), m.Project(m.Hidden, "mk", m.KeyWeights), m.Project(m.Hidden, "mv", m.ValueWeights));
        var scores = m.Fused("FusedMatMul", [q, k], [OnnxAttribute.Of("transB", 1), OnnxAttribute.Of("transBatchA", 1), OnnxAttribute.Of("transBatchB", 1)]);
        return m.Fused("FusedMatMul", [Forms.Softmax(m, scores), v], [OnnxAttribute.Of("transBatchB", 1)]);
    }

    /// <summary>ProbSparse attention (Zhou et al. 2021) over as many as there are.</summary>
    private static string Picked(TinyModel m) =>
        Weigh(m, m.Graph.Add("GatherElements", [m.Query, Places(m)], OnnxAttribute.Of("axis", 2)), m.Key, m.Value);

    private static string Rolled(TinyModel m, string tensor) =>
        m.Graph.Add("Concat", [m.Graph.Slice(tensor, 2, -1, long.MaxValue), m.Graph.Slice(tensor, 2, 0, -1)], OnnxAttribute.Of("axis", 2));

    private static string Shifted(TinyModel m, string tensor) => m.Graph.Add("Pad", [tensor, m.Graph.Ints(0, 0, 1, 0, 0, 0, -1, 0)]);

    private static string Behind(TinyModel m, string tensor) =>
        m.Graph.Add("Concat", [m.Keep($"first{m.Tensors.Count}", m.Numbers(TinyModel.Size), 1, TinyModel.Heads, 1, TinyModel.HeadSize), m.Graph.Slice(tensor, 2, 0, -1)], OnnxAttribute.Of("axis", 2));

    /// <summary>Places of the tokens, those with the largest numbers first.</summary>
    private static string Places(TinyModel m)
    {
        var g = m.Graph;
        var (tokens, name) = (TinyModel.Ids.Length, $"top{m.Nodes.Count}");
        m.Nodes.Add(new() { Op = "TopK", Name = name, Inputs = [g.Add("ReduceMax", [m.Query, g.Ints(-1)]), g.Ints(tokens)], Outputs = [name, $"{name}/places"], Attributes = [OnnxAttribute.Of("axis", 2)] });
        return g.Add("Expand", [$"{name}/places", g.Ints(1, TinyModel.Heads, tokens, TinyModel.HeadSize)]);
    }

    /// <summary>What the heads of a layer were before they were turned, read as if they had been.</summary>
    private static Func<string, string> Untransposed(TinyModel m, string tokens) => heads =>
    {
        var g = m.Graph;
        var projected = g.Nodes.Single(n => n.Outputs[0] == g.Nodes.Single(t => t.Outputs[0] == heads).Inputs[0]).Inputs[0];
        return g.Add("Reshape", [projected, g.Add("Concat", [g.Ints(1, TinyModel.Heads), tokens, g.Ints(TinyModel.HeadSize)], OnnxAttribute.Of("axis", 0))]);
    };

    private static string Opened(TinyModel m, string name) =>
        m.Graph.Reshape(m.Narrow(name, m.Numbers(TinyModel.Size * TinyModel.Size)), 0, TinyModel.Heads, -1, TinyModel.HeadSize);

    /// <summary>Sizes <c>[batch, head, size, token]</c> without a transposition.</summary>
    private static string Stood(TinyModel m)
    {
        var (g, keys) = (m.Graph, m.Narrow("stood", m.Numbers(TinyModel.Size * TinyModel.Size)));
        return g.Add("Reshape", [keys, g.Add("Concat", [g.Ints(0, TinyModel.Heads, TinyModel.HeadSize), g.Unsqueeze(g.Size(keys, 1), 0)], OnnxAttribute.Of("axis", 0))]);
    }

    private static string Slots(TinyModel m)
    {
        var g = m.Graph;
        var slots = g.Add("Add", [m.Keep("slots", m.Numbers(TinyModel.Ids.Length * TinyModel.Size), TinyModel.Ids.Length, TinyModel.Size), g.Add("ReduceMean", [m.Hidden, g.Ints(1)])]);
        return Weigh(m, m.Query, m.Heads4(m.Project(slots, "sk", m.KeyWeights)), m.Heads4(m.Project(slots, "sv", m.ValueWeights)));
    }

    private static string Parts(TinyModel m)
    {
        var g = m.Graph;
        var other = m.Heads4(m.Project(m.Hidden, "other", m.Numbers(TinyModel.Size * TinyModel.Size)));
        var scores = g.Add("Concat", [m.Scores(), g.Add("MatMul", [m.Query, g.Transpose(other, 0, 1, 3, 2)])], OnnxAttribute.Of("axis", -1));
        var (weights, half) = (Forms.Softmax(m, scores), TinyModel.Ids.Length);
        return g.Add("Add", [g.Add("MatMul", [g.Slice(weights, 3, 0, half), m.Value]), g.Add("MatMul", [g.Slice(weights, 3, half, 2 * half), other])]);
    }

    private static string Masked(TinyModel m) =>
        m.Graph.Add("Mul", [m.Graph.Nodes.Last(n => n.Op == "Softmax").Outputs[0], m.Keep("half", [1, 1, 1, 0, 0], 1, 1, 1, TinyModel.Ids.Length)]);
}

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
}

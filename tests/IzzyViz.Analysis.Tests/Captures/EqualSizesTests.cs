using System.Collections.Immutable;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Onnx;
using IzzyViz.Analysis.Tensors;
using IzzyViz.Testing;

namespace IzzyViz.Analysis.Tests.Captures;

/// <summary>
/// As many examples as tokens, heads and numbers in a head, laid out in every order there is: all of the graphs run, and sizes tell nothing apart. Heads may be the outer or
/// the inner part of what a projection makes.
/// </summary>
public sealed class EqualSizesTests : IDisposable
{
    private const int Four = 4;

    private static readonly string[] Orders = [.. from a in "bnhd" from b in "bnhd" from c in "bnhd" from d in "bnhd" where new[] { a, b, c, d }.Distinct().Count() == Four select $"{a}{b}{c}{d}"];

    private readonly TempFolder _folder = new();

    /// <summary>Examples, tokens, heads, numbers of a head, as <c>[…]</c> is laid out; and how the Reshape that splits heads is written.</summary>
    public static TheoryData<string, string> Layouts => [.. from order in Orders from shape in new[] { "written", "copied", "computed" } select (order, shape)];

    [Theory]
    [MemberData(nameof(Layouts))]
    public void The_standard_operator_takes_tokens_in_one_layout(string order, string shape) =>
        AssertTokens(m => m.Fused("Attention", [.. Operands(m, order, shape)], [], domain: ""), order is "bhnd" or "bdnh");

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Written_out_attention_relates_tokens_wherever_they_lie_before_features(string order, string shape) => AssertTokens(m =>
    {
        var (g, operands) = (m.Graph, Operands(m, order, shape).ToList());
        return g.Add("MatMul", [Forms.Softmax(m, g.Add("MatMul", [operands[0], g.Transpose(operands[1], 0, 1, 3, 2)])), operands[2]]);
    }, order is "bhnd" or "bdnh" or "hbnd" or "dbnh");

    [Theory]
    [InlineData("bnf", true)]
    [InlineData("nbf")]
    [InlineData("bfn")]
    [InlineData("nfb")]
    [InlineData("fbn")]
    [InlineData("fnb")]
    public void Operators_that_split_heads_take_tokens_in_one_layout(string order, bool isTokens = false)
    {
        string Operand(TinyModel m, string name) => m.Graph.Transpose(m.Narrow(name, m.Numbers(TinyModel.Size * Four * Four)), [.. order.Select(axis => (long)"bnf".IndexOf(axis))]);
        ImmutableArray<string> Of(TinyModel m) => [Operand(m, "oq"), Operand(m, "ok"), Operand(m, "ov")];

        AssertTokens(m => m.Fused("MultiHeadAttention", Of(m), [OnnxAttribute.Of("num_heads", Four)]), isTokens);
        AssertTokens(m => m.Fused("Attention", Of(m), [OnnxAttribute.Of("q_num_heads", Four), OnnxAttribute.Of("kv_num_heads", Four)], domain: ""), isTokens);
    }

    public void Dispose() => _folder.Dispose();

    private static IEnumerable<string> Operands(TinyModel m, string order, string shape) => new[] { "oq", "ok", "ov" }
        .Select(name => Split(m, m.Narrow(name, m.Numbers(TinyModel.Size * Four * Four)), shape))
        .Select(heads => m.Graph.Transpose(heads, [.. order.Select(axis => (long)"bnhd".IndexOf(axis))]));

    private static string Split(TinyModel m, string tensor, string shape) => shape switch
    {
        "written" => m.Graph.Reshape(tensor, Four, Four, Four, Four),
        "copied" => m.Graph.Reshape(tensor, 0, 0, Four, -1),
        _ => m.Graph.Add("Reshape", [tensor, m.Graph.Add("Concat", [m.Graph.Unsqueeze(m.Graph.Size(m.Hidden, 0), 0), m.Graph.Unsqueeze(m.Graph.Size(m.Hidden, 1), 0), m.Graph.Ints(Four, Four)], OnnxAttribute.Of("axis", 0))]),
    };

    private void AssertTokens(Func<TinyModel, string> attention, bool isTokens)
    {
        var m = new TinyModel(23);
        m.Save(_folder["model.onnx"], attention(m));
        using var session = ModelSession.Open(ModelFolder.Find(_folder.Path, null, new())!, new() { Calibrate = false });
        long[] ids = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3];

        using var capture = session.Run(ImmutableDictionary<string, Tensor>.Empty.Add("input_ids", Tensor.Of(ids, Four, Four)));

        Assert.Equal(isTokens ? 1 : 0, capture.Modules.Length);
        Assert.All(capture.Modules, module => Assert.True(module.Check.Passed));
        Assert.Equal(isTokens, session.Modules.Any(module => module.Refused is null));
        Assert.NotEmpty(capture.Outputs);
    }
}

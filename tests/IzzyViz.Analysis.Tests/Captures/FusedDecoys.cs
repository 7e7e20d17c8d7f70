using System.Collections.Immutable;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Tests.Captures;

/// <summary>What fused operators are given in place of tokens, and what a refusal has to say.</summary>
internal static class FusedDecoys
{
    public const int Opset = 23;
    public const string Standard = "standard operator";
    public const string MultiHead = "multi-head operator";
    public const string GroupQuery = "grouped queries";
    public const string Packed = "packed operator";

    private const string Examples = "relates the examples";
    private const string Order = "in another order than they are fed";
    private const string Places = "in other places than they are fed";
    private const string Channels = "relates channels";
    private const string Made = "what a projection made";

    private static readonly ImmutableArray<string> Operators = [Standard, MultiHead, GroupQuery, Packed];

    private static readonly ImmutableArray<(string Name, string Reason, Func<TinyModel, string> Tokens)> Inputs =
    [
        ("examples in the place of tokens", Examples, m => m.Graph.Transpose(m.Hidden, 1, 0, 2)),
        ("tokens turned round", Order, m => m.Graph.Add("Slice", [m.Hidden, m.Graph.Ints(-1), m.Graph.Ints(-100), m.Graph.Ints(1), m.Graph.Ints(-1)])),
        ("tokens rolled", Places, m => Rolled(m, m.Hidden)),
        ("tokens shifted by one", Places, m => Shifted(m, m.Hidden)),
        ("tokens sorted", Order, m => m.Graph.Add("GatherElements", [m.Hidden, Largest(m)], OnnxAttribute.Of("axis", 1))),
    ];

    public static readonly IReadOnlyDictionary<string, (Func<TinyModel, string> Make, string Reason)> All = Inputs
        .SelectMany(i => Operators.Select(op => ($"{op}, {i.Name}", (Func<TinyModel, string>)(m => Over(m, op, i.Tokens(m))), i.Reason)))
        .Concat([
            ($"{Standard}, heads in the place of tokens", m => Split(m, t => m.Graph.Transpose(t, 0, 2, 1, 3)), Made),
            ($"{Standard}, examples in the place of tokens and tokens of heads", m => Split(m, t => m.Graph.Transpose(t, 2, 1, 0, 3)), Examples),
            ($"{Standard}, channels in the place of tokens", m => Split(m, t => m.Graph.Transpose(t, 0, 1, 3, 2)), Made),
            ($"{Standard}, heads of all tokens in rows", m => Rows(m, Standard), Made),
            ($"{MultiHead}, heads of all tokens in rows", m => Rows(m, MultiHead), Made),
            ($"{MultiHead}, channels in the place of tokens", m => Channelled(m, MultiHead), Made),
            ($"{Standard}, three axes, channels in the place of tokens", m => Channelled(m, Standard), Made),
            ($"{Standard}, keys rolled against queries", m => Split(m, m.Query, Rolled(m, m.Key, 2), Rolled(m, m.Value, 2)), Places),
            ($"{MultiHead}, keys rolled against queries", m => Fused(m, MultiHead, m.Hidden, Rolled(m, m.Hidden)), Places),
            ($"{GroupQuery}, keys shifted against queries", m => Fused(m, GroupQuery, m.Hidden, Shifted(m, m.Hidden)), Places),
            ($"{Standard}, queries sorted", m => Split(m, m.Graph.Add("GatherElements", [m.Query, Largest(m, m.Query)], OnnxAttribute.Of("axis", 2)), m.Key, m.Value), Order),
            ($"{MultiHead}, constant keys and values", m => Fused(m, MultiHead, m.Hidden, Slots(m)), "parameters"),
            ($"{Standard}, constant keys and values", m => Split(m, m.Query, Slots4(m), Slots4(m, "slots2")), "parameters"),
            ($"{Standard}, constant values", m => Split(m, m.Query, m.Key, Slots4(m)), "constant"),
            ($"{Standard}, one head over rows of batch and heads", m => OneHead(m, Standard), "one head"),
            ($"{MultiHead}, one head over rows of batch and heads", m => OneHead(m, MultiHead), "one head"),
            ($"{Standard}, heads before examples", m => Split(m, t => m.Graph.Transpose(t, 1, 0, 2, 3)), "heads lie before its examples"),
        ]).ToDictionary(d => d.Item1, d => (d.Item2, d.Item3), StringComparer.Ordinal);

    /// <summary>An operator over one tensor <c>[batch, token, feature]</c>, which it attends within.</summary>
    public static string Over(TinyModel m, string op, string tokens) => op == Packed
        ? m.Fused("Attention", [tokens, m.Keep("packed", m.Numbers(3 * TinyModel.Size * TinyModel.Size), TinyModel.Size, 3 * TinyModel.Size), m.Keep("bias", new float[3 * TinyModel.Size], 3 * TinyModel.Size)], [Heads])
        : Fused(m, op, tokens, tokens);

    private static OnnxAttribute Heads => OnnxAttribute.Of("num_heads", TinyModel.Heads);

    private static string Fused(TinyModel m, string op, string queries, string keys) =>
        Operator(m, op, [m.Project(queries, "fq", m.QueryWeights), m.Project(keys, "fk", m.KeyWeights), m.Project(keys, "fv", m.ValueWeights)], TinyModel.Heads);

    private static string Operator(TinyModel m, string op, ImmutableArray<string> operands, int heads)
    {
        if (op == GroupQuery)
        {
            m.Tensors.Add(Wire.Ints32("seqlens", [TinyModel.Ids.Length - 1], 1));
            m.Tensors.Add(Wire.Ints32("total", [TinyModel.Ids.Length]));
            return m.Fused("GroupQueryAttention", [.. operands, "", "", "seqlens", "total"], [OnnxAttribute.Of("num_heads", heads), OnnxAttribute.Of("kv_num_heads", heads)], outputs: 3);
        }

        return op == MultiHead ? m.Fused("MultiHeadAttention", operands, [OnnxAttribute.Of("num_heads", heads)])
            : m.Fused("Attention", operands, [OnnxAttribute.Of("q_num_heads", heads), OnnxAttribute.Of("kv_num_heads", heads)], domain: "");
    }

    private static string Split(TinyModel m, Func<string, string> layout) => Split(m, layout(m.Query), layout(m.Key), layout(m.Value));

    private static string Split(TinyModel m, string query, string key, string value) => m.Fused("Attention", [query, key, value], [], domain: "");

    /// <summary>Each token is an example whose heads attend to each other.</summary>
    private static string Rows(TinyModel m, string op)
    {
        string Rowed(string name, float[] weights) => m.Graph.Reshape(m.Project(m.Hidden, name, weights), -1, TinyModel.Heads, TinyModel.HeadSize);
        return Operator(m, op, [Rowed("rq", m.QueryWeights), Rowed("rk", m.KeyWeights), Rowed("rv", m.ValueWeights)], TinyModel.Heads);
    }

    private static string Channelled(TinyModel m, string op)
    {
        string Turned(string name, float[] weights) => m.Graph.Transpose(m.Project(m.Hidden, name, weights), 0, 2, 1);
        return Operator(m, op, [Turned("cq", m.QueryWeights), Turned("ck", m.KeyWeights), Turned("cv", m.ValueWeights)], 1);
    }

    private static string OneHead(TinyModel m, string op)
    {
        string Folded(string heads) => m.Graph.Reshape(heads, -1, TinyModel.Ids.Length, TinyModel.HeadSize);
        return Operator(m, op, [Folded(m.Query), Folded(m.Key), Folded(m.Value)], 1);
    }

    private static string Rolled(TinyModel m, string tensor, long axis = 1) =>
        m.Graph.Add("Concat", [m.Graph.Slice(tensor, axis, 1, long.MaxValue), m.Graph.Slice(tensor, axis, 0, 1)], OnnxAttribute.Of("axis", axis));

    private static string Shifted(TinyModel m, string tensor) => m.Graph.Add("Pad", [tensor, m.Graph.Ints(0, 1, 0, 0, -1, 0)]);

    /// <summary>Places of the tokens, those with the largest numbers first, for each number of a token.</summary>
    private static string Largest(TinyModel m, string? tensor = null)
    {
        var (g, tokens, name) = (m.Graph, TinyModel.Ids.Length, $"top{m.Nodes.Count}");
        m.Nodes.Add(new() { Op = "TopK", Name = name, Inputs = [g.Add("ReduceMax", [tensor ?? m.Hidden, g.Ints(-1)]), g.Ints(tokens)], Outputs = [name, $"{name}/places"], Attributes = [OnnxAttribute.Of("axis", -2)] });
        return g.Add("Expand", [$"{name}/places", tensor is null ? g.Ints(1, tokens, TinyModel.Size) : g.Ints(1, TinyModel.Heads, tokens, TinyModel.HeadSize)]);
    }

    private static string Slots(TinyModel m) => m.Keep("slots", m.Numbers(TinyModel.Ids.Length * TinyModel.Size), 1, TinyModel.Ids.Length, TinyModel.Size);

    private static string Slots4(TinyModel m, string name = "slots") => m.Keep(name, m.Numbers(TinyModel.Ids.Length * TinyModel.Size), 1, TinyModel.Heads, TinyModel.Ids.Length, TinyModel.HeadSize);
}

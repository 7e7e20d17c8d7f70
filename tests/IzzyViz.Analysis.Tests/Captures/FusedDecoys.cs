using System.Collections.Immutable;
using static IzzyViz.Analysis.Tests.Captures.FusedCall;

namespace IzzyViz.Analysis.Tests.Captures;

/// <summary>What fused operators are given in place of tokens, and what a refusal has to say.</summary>
internal static class FusedDecoys
{
    public const int Opset = 23;

    private const string Examples = "relates the examples";
    private const string Order = "in another order than they are fed";
    private const string Places = "in other places than they are fed";
    private const string Made = "what a projection made";

    private static readonly ImmutableArray<string> Operators = [Standard, MultiHead, GroupQuery, Packed];

    private static readonly ImmutableArray<(string Name, string Reason, Func<TinyModel, string> Tokens)> Inputs =
    [
        ("examples in the place of tokens", Examples, m => m.Graph.Transpose(m.Hidden, 1, 0, 2)),
        ("tokens turned round", Order, m => Reordered.Turned(m, m.Hidden)),
        ("tokens turned round up to their number", Order, m => Reordered.TurnedByLengths(m, m.Hidden)),
        ("tokens rolled", Places, m => Reordered.Rolled(m, m.Hidden)),
        ("tokens shifted by one", Places, m => Reordered.Shifted(m, m.Hidden)),
        ("tokens sorted", Order, m => Reordered.Sorted(m, m.Hidden)),
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
            ($"{Standard}, keys rolled against queries", m => Split(m, m.Query, Reordered.Rolled(m, m.Key, 2), Reordered.Rolled(m, m.Value, 2)), Places),
            ($"{MultiHead}, keys rolled against queries", m => Across(m, MultiHead, m.Hidden, Reordered.Rolled(m, m.Hidden)), Places),
            ($"{GroupQuery}, keys shifted against queries", m => Across(m, GroupQuery, m.Hidden, Reordered.Shifted(m, m.Hidden)), Places),
            ($"{Standard}, queries sorted", m => Split(m, Reordered.Sorted(m, m.Query), m.Key, m.Value), Order),
            ($"{MultiHead}, constant keys and values", m => Across(m, MultiHead, m.Hidden, Slots(m)), "parameters"),
            ($"{Standard}, constant keys and values", m => Split(m, m.Query, Slots4(m), Slots4(m, "slots2")), "parameters"),
            ($"{Standard}, constant values", m => Split(m, m.Query, m.Key, Slots4(m)), "constant"),
            ($"{Standard}, one head over rows of batch and heads", m => OneHead(m, Standard), "one head"),
            ($"{MultiHead}, one head over rows of batch and heads", m => OneHead(m, MultiHead), "one head"),
            ($"{Standard}, heads before examples", m => Split(m, t => m.Graph.Transpose(t, 1, 0, 2, 3)), "heads lie before its examples"),
        ]).ToDictionary(d => d.Item1, d => (d.Item2, d.Item3), StringComparer.Ordinal);

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

    private static string Slots(TinyModel m) => m.Keep("slots", m.Numbers(TinyModel.Ids.Length * TinyModel.Ids.Length * TinyModel.Size), TinyModel.Ids.Length, TinyModel.Ids.Length, TinyModel.Size);

    private static string Slots4(TinyModel m, string name = "slots") => m.Keep(name, m.Numbers(TinyModel.Ids.Length * TinyModel.Ids.Length * TinyModel.Size), TinyModel.Ids.Length, TinyModel.Heads, TinyModel.Ids.Length, TinyModel.HeadSize);
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Tests.Captures;

/// <summary>Tokens in other places than they are fed, in ways that leave every size as it is.</summary>
internal static class Reordered
{
    public static string Rolled(TinyModel m, string tensor, long axis = 1) =>
        m.Graph.Add("Concat", [m.Graph.Slice(tensor, axis, 1, long.MaxValue), m.Graph.Slice(tensor, axis, 0, 1)], OnnxAttribute.Of("axis", axis));

    public static string Turned(TinyModel m, string tensor) =>
        m.Graph.Add("Slice", [tensor, m.Graph.Ints(-1), m.Graph.Ints(-100), m.Graph.Ints(1), m.Graph.Ints(-1)]);

    public static string TurnedByLengths(TinyModel m, string tensor) =>
        m.Graph.Add("ReverseSequence", [tensor, Lengths(m)], OnnxAttribute.Of("time_axis", 1), OnnxAttribute.Of("batch_axis", 0));

    /// <summary>Written over zeros at other places, along an axis that is brought to the front for it.</summary>
    public static string Assigned(TinyModel m, string tensor, long axis)
    {
        var (g, places) = (m.Graph, Enumerable.Range(0, TinyModel.Ids.Length).Select(i => (long)(i * 2 % TinyModel.Ids.Length)).ToArray());
        ImmutableArray<long> order = [axis, .. Enumerable.Range(0, 4).Select(a => (long)a).Where(a => a != axis)];
        var front = g.Transpose(tensor, order);
        var written = g.Add("ScatterND", [g.Add("ConstantOfShape", [g.Add("Shape", [front])]), g.Reshape(g.Ints(places), -1, 1), front]);
        return g.Transpose(written, [.. Enumerable.Range(0, 4).Select(a => (long)order.IndexOf(a))]);
    }

    public static string Sorted(TinyModel m, string tensor) => m.Graph.Add("GatherElements", [tensor, Largest(m, tensor)], OnnxAttribute.Of("axis", -2));

    /// <summary>As many examples as tokens, and in each as many tokens.</summary>
    private static string Lengths(TinyModel m) => m.Graph.Ints(Enumerable.Repeat((long)TinyModel.Ids.Length, TinyModel.Ids.Length).ToArray());

    public static string Shifted(TinyModel m, string tensor) => m.Graph.Add("Pad", [tensor, m.Graph.Ints(0, 1, 0, 0, -1, 0)]);

    /// <summary>Places of the tokens, those with the largest numbers first, for each number of a token.</summary>
    private static string Largest(TinyModel m, string tensor)
    {
        var (g, tokens, name) = (m.Graph, TinyModel.Ids.Length, $"top{m.Nodes.Count}");
        m.Nodes.Add(new() { Op = "TopK", Name = name, Inputs = [g.Add("ReduceMax", [tensor, g.Ints(-1)]), g.Ints(tokens)], Outputs = [name, $"{name}/places"], Attributes = [OnnxAttribute.Of("axis", -2)] });
        return g.Add("Expand", [$"{name}/places", tensor == m.Hidden ? g.Ints(1, tokens, TinyModel.Size) : g.Ints(1, TinyModel.Heads, tokens, TinyModel.HeadSize)]);
    }
}

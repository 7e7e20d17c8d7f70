using System.Collections.Immutable;
using IzzyViz.Analysis.Captures.Probes;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Tests.Captures.Architectures;

/// <summary>One model-local function that two layers call with the same weights: two modules, whose tensors have no name in the graph as it is stored.</summary>
internal static class SharedFunctionForm
{
    public static IEnumerable<(string Name, Func<FormCase> Make)> Cases => [("function that two layers share", Case)];

    private static FormCase Case()
    {
        var m = new TinyModel();
        m.Functions.Add(Layer());
        ImmutableArray<string> fixedInputs =
        [
            m.Keep("sq", m.QueryWeights, TinyModel.Size, TinyModel.Size), m.Keep("sk", m.KeyWeights, TinyModel.Size, TinyModel.Size), m.Keep("sv", m.ValueWeights, TinyModel.Size, TinyModel.Size),
            m.Graph.Ints(0, 0, TinyModel.Heads, TinyModel.HeadSize), m.Graph.Ints(0, 0, TinyModel.Size), m.Graph.Number(TinyModel.Scale, ElementType.Float32),
        ];
        var first = m.Fused("Layer", [m.Hidden, .. fixedInputs], [], domain: "local");
        var second = m.Fused("Layer", [first, .. fixedInputs], [], domain: "local");
        var reference = new ReferenceAttention();
        double[,,] Weights(double[][] hidden) => reference.Weights(Project(hidden, m.QueryWeights), Project(hidden, m.KeyWeights));
        var below = Weights(m.Embedded());
        var above = Weights(reference.Mixed(below, Project(m.Embedded(), m.ValueWeights)));
        return new("function that two layers share") { Model = m, Result = second, Expected = FormCase.One("encoder.0", below).Add("encoder.1", [above]) };
    }

    private static double[][] Project(double[][] hidden, float[] weights) => TinyModel.Projected(hidden, [.. weights.Select(w => (double)w)]);

    private static OnnxFunction Layer()
    {
        var g = new GraphBuilder("f", 18);
        string Heads(string weights) => g.Transpose(g.Add("Reshape", [g.Add("MatMul", ["x", weights]), "split"]), 0, 2, 1, 3);
        var scores = g.Add("Mul", [g.Add("MatMul", [Heads("wq"), g.Transpose(Heads("wk"), 0, 1, 3, 2)]), "scale"]);
        var mixed = g.Add("MatMul", [g.Add("Softmax", [scores], OnnxAttribute.Of("axis", -1)), Heads("wv")]);
        var merged = g.Add("Reshape", [g.Transpose(mixed, 0, 2, 1, 3), "merge"]);
        return new() { Name = "Layer", Domain = "local", Inputs = ["x", "wq", "wk", "wv", "split", "merge", "scale"], Outputs = [merged], Nodes = g.Nodes };
    }
}

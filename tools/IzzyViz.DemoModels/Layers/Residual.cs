using IzzyViz.DemoModels.Numerics;
using IzzyViz.DemoModels.Onnx;
using IzzyViz.DemoModels.Operations;

namespace IzzyViz.DemoModels.Layers;

internal enum NormPlacement
{
    /// <summary>norm(x + f(x)), as in BERT and Marian.</summary>
    After,

    /// <summary>x + f(norm(x)), as in OPT.</summary>
    Before,
}

/// <summary>A sublayer's way around itself, with the normalisation before or after.</summary>
internal sealed class Residual(LayerNorm norm, NormPlacement placement)
{
    public Matrix Forward(Tape tape, Matrix x, Func<Matrix, Matrix> sublayer) => placement == NormPlacement.Before
        ? Addition.Apply(tape, sublayer(norm.Forward(tape, x)), x)
        : norm.Forward(tape, Addition.Apply(tape, sublayer(x), x));

    public string Write(GraphWriter graph, string module, string x, Func<string, string> sublayer) => placement == NormPlacement.Before
        ? graph.Node("Add", module, [sublayer(norm.Write(graph, x)), x])
        : norm.Write(graph, graph.Node("Add", module, [sublayer(x), x]));
}

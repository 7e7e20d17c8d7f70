using IzzyViz.DemoModels.Numerics;
using IzzyViz.DemoModels.Onnx;
using IzzyViz.DemoModels.Operations;

namespace IzzyViz.DemoModels.Layers;

/// <summary>Two linear layers with a GELU between them, at every token alone.</summary>
internal sealed class FeedForward(ParameterSet parameters, string layer, ModelShape shape)
{
    private readonly string _activation = $"{layer}/{shape.Names.FeedForward.Activation}";
    private readonly Linear _up = new(parameters, $"{layer}/{shape.Names.FeedForward.Up}", shape.Width, shape.InnerWidth);
    private readonly Linear _down = new(parameters, $"{layer}/{shape.Names.FeedForward.Down}", shape.InnerWidth, shape.Width);

    public Matrix Forward(Tape tape, Matrix x) => _down.Forward(tape, Gelu.Apply(tape, _up.Forward(tape, x)));

    public string Write(GraphWriter graph, string x) => _down.Write(graph, Activation(graph, _up.Write(graph, x)));

    private string Activation(GraphWriter graph, string x)
    {
        var scaled = graph.Node("Div", _activation, [x, graph.Scalar("root_of_two", MathF.Sqrt(2))]);
        var erf = graph.Node("Erf", _activation, [scaled]);
        var doubled = graph.Node("Add", _activation, [erf, graph.Scalar("one", 1)]);
        var weighted = graph.Node("Mul", _activation, [x, doubled]);
        return graph.Node("Mul", _activation, [weighted, graph.Scalar("half", 0.5f)]);
    }
}

using IzzyViz.DemoModels.Numerics;
using IzzyViz.DemoModels.Onnx;
using IzzyViz.DemoModels.Operations;

namespace IzzyViz.DemoModels.Layers;

/// <summary>A fully connected layer; the weight is [input, output], as an exported MatMul has it.</summary>
internal sealed class Linear
{
    private readonly string _module;
    private readonly Matrix? _bias;

    public Linear(ParameterSet parameters, string module, int inputs, int outputs, bool hasBias = true)
    {
        _module = module;
        var name = module.Replace('/', '.');
        Weight = parameters.Normal($"{name}.weight", inputs, outputs, MathF.Sqrt(2f / (inputs + outputs)));
        _bias = hasBias ? parameters.Constant($"{name}.bias", outputs, 0) : null;
    }

    public Matrix Weight { get; }

    public Matrix Forward(Tape tape, Matrix x) => Affine.Apply(tape, x, Weight, _bias);

    public string Write(GraphWriter graph, string x)
    {
        var name = _module.Replace('/', '.');
        var product = graph.Node("MatMul", _module, [x, graph.Matrix($"{name}.weight", Weight)]);
        return _bias is null ? product : graph.Node("Add", _module, [graph.Vector($"{name}.bias", _bias), product]);
    }
}

using IzzyViz.DemoModels.Numerics;
using IzzyViz.DemoModels.Onnx;
using IzzyViz.DemoModels.Operations;

namespace IzzyViz.DemoModels.Layers;

internal sealed class LayerNorm(ParameterSet parameters, string module, int width)
{
    private readonly string _name = module.Replace('/', '.');
    private readonly Matrix _scale = parameters.Constant($"{module.Replace('/', '.')}.weight", width, 1);
    private readonly Matrix _shift = parameters.Constant($"{module.Replace('/', '.')}.bias", width, 0);

    public Matrix Forward(Tape tape, Matrix x) => Normalisation.Apply(tape, x, _scale, _shift);

    public string Write(GraphWriter graph, string x)
    {
        var scale = graph.Vector($"{_name}.weight", _scale);
        var shift = graph.Vector($"{_name}.bias", _shift);
        return graph.Node("LayerNormalization", module, [x, scale, shift],
            OnnxAttribute.Of("axis", -1L), OnnxAttribute.Of("epsilon", Normalisation.Epsilon));
    }
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Captures.Probes;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Tests.Captures;

/// <summary>Layers of attention and feed-forward over the tokens of a <see cref="TinyModel"/>, with norms first or last; remembers the residual stream after each layer.</summary>
internal sealed class Stack
{
    private readonly TinyModel _model;
    private readonly bool _normsFirst;

    public Stack(TinyModel model, int layers, bool normsFirst)
    {
        (_model, _normsFirst) = (model, normsFirst);
        var hidden = model.Hidden;
        for (var layer = 0; layer < layers; layer++)
        {
            hidden = Layer(hidden, $"{(char)('a' + layer)}");
            Streams.Add(hidden);
        }

        Result = normsFirst ? Norm(hidden, "final") : hidden;
    }

    public string Result { get; }

    /// <summary>The tensor after each layer.</summary>
    public List<string> Streams { get; } = [];

    private string Layer(string hidden, string name)
    {
        var attended = Sum(hidden, Attention(_normsFirst ? Norm(hidden, $"{name}1") : hidden, name));
        attended = _normsFirst ? attended : Norm(attended, $"{name}1");
        var inner = _model.Graph.Add("Tanh", [_model.Project(_normsFirst ? Norm(attended, $"{name}2") : attended, $"{name}up", Weights())]);
        var result = Sum(attended, _model.Project(inner, $"{name}down", Weights()));
        return _normsFirst ? result : Norm(result, $"{name}2");
    }

    private string Attention(string hidden, string name)
    {
        var g = _model.Graph;
        var (q, k, v) = (Heads(hidden, $"{name}q"), Heads(hidden, $"{name}k"), Heads(hidden, $"{name}v"));
        var scores = g.Add("Mul", [g.Add("MatMul", [q, g.Transpose(k, 0, 1, 3, 2)]), g.Number(TinyModel.Scale, ElementType.Float32)]);
        var mixed = g.Add("MatMul", [Forms.Softmax(_model, scores), v]);
        return _model.Project(g.Reshape(g.Transpose(mixed, 0, 2, 1, 3), 0, 0, TinyModel.Size), $"{name}o", Weights());
    }

    private string Heads(string hidden, string name) => _model.Heads4(_model.Project(hidden, name, Weights()));

    private string Norm(string tensor, string name) =>
        _model.Graph.Add("LayerNormalization", [tensor, _model.Keep($"{name}scale", _model.Numbers(TinyModel.Size), TinyModel.Size)], OnnxAttribute.Of("axis", -1));

    private string Sum(string left, string right) => _model.Graph.Add("Add", [left, right]);

    private float[] Weights() => _model.Numbers(TinyModel.Size * TinyModel.Size);
}

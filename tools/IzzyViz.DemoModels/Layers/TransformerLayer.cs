using IzzyViz.DemoModels.Numerics;
using IzzyViz.DemoModels.Onnx;

namespace IzzyViz.DemoModels.Layers;

/// <summary>Self-attention and feed-forward: a layer of an encoder, or of a decoder without one.</summary>
internal sealed class TransformerLayer
{
    private readonly string _module;
    private readonly Residual _aroundAttention;
    private readonly Residual _aroundFeedForward;
    private readonly FeedForward _feedForward;

    public TransformerLayer(ParameterSet parameters, string module, ModelShape shape, bool causal)
    {
        _module = module;
        SelfAttention = new AttentionLayer(parameters, $"{module}/{shape.Names.SelfAttention}", shape, causal);
        _aroundAttention = Around(shape.Names.SelfNorm);
        _feedForward = new FeedForward(parameters, module, shape);
        _aroundFeedForward = Around(shape.Names.FeedForwardNorm);

        Residual Around(string norm) => new(new LayerNorm(parameters, $"{module}/{norm}", shape.Width), shape.Placement);
    }

    public AttentionLayer SelfAttention { get; }

    public PackedRows Forward(Tape tape, PackedRows x)
    {
        var attended = _aroundAttention.Forward(tape, x.Matrix, y => SelfAttention.Forward(tape, x.With(y), x.With(y)));
        return x.With(_aroundFeedForward.Forward(tape, attended, y => _feedForward.Forward(tape, y)));
    }

    public string Write(GraphWriter graph, string x, string mask)
    {
        var attended = _aroundAttention.Write(graph, _module, x, y => SelfAttention.Write(graph, y, y, mask));
        return _aroundFeedForward.Write(graph, _module, attended, y => _feedForward.Write(graph, y));
    }
}

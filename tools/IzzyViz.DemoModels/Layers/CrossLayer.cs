using System.Collections.Immutable;
using IzzyViz.DemoModels.Numerics;
using IzzyViz.DemoModels.Onnx;

namespace IzzyViz.DemoModels.Layers;

/// <summary>A decoder layer that reads an encoder: causal self-attention, cross-attention, feed-forward.</summary>
internal sealed class CrossLayer
{
    private readonly string _module;
    private readonly AttentionLayer _self;
    private readonly AttentionLayer _cross;
    private readonly Residual _aroundSelf;
    private readonly Residual _aroundCross;
    private readonly Residual _aroundFeedForward;
    private readonly FeedForward _feedForward;

    public CrossLayer(ParameterSet parameters, string module, ModelShape shape)
    {
        _module = module;
        _self = new AttentionLayer(parameters, $"{module}/{shape.Names.SelfAttention}", shape, causal: true);
        _aroundSelf = Around(shape.Names.SelfNorm);
        _cross = new AttentionLayer(parameters, $"{module}/{shape.Names.CrossAttention}", shape, causal: false);
        _aroundCross = Around(shape.Names.CrossNorm);
        _feedForward = new FeedForward(parameters, module, shape);
        _aroundFeedForward = Around(shape.Names.FeedForwardNorm);

        Residual Around(string norm) => new(new LayerNorm(parameters, $"{module}/{norm}", shape.Width), shape.Placement);
    }

    /// <summary>To itself, then to the encoder.</summary>
    public ImmutableArray<AttentionLayer> Attention => [_self, _cross];

    public PackedRows Forward(Tape tape, PackedRows x, PackedRows memory)
    {
        var attended = _aroundSelf.Forward(tape, x.Matrix, y => _self.Forward(tape, x.With(y), x.With(y)));
        var informed = _aroundCross.Forward(tape, attended, y => _cross.Forward(tape, x.With(y), memory));
        return x.With(_aroundFeedForward.Forward(tape, informed, y => _feedForward.Forward(tape, y)));
    }

    public string Write(GraphWriter graph, string x, string mask, EncoderValues encoder)
    {
        var attended = _aroundSelf.Write(graph, _module, x, y => _self.Write(graph, y, y, mask));
        var informed = _aroundCross.Write(graph, _module, attended, y => _cross.Write(graph, y, encoder.States, encoder.Mask));
        return _aroundFeedForward.Write(graph, _module, informed, y => _feedForward.Write(graph, y));
    }
}

/// <summary>Names of the values a decoder graph reads its encoder from.</summary>
internal readonly record struct EncoderValues(string States, string Mask);

using System.Collections.Immutable;
using IzzyViz.DemoModels.Layers;
using IzzyViz.DemoModels.Numerics;
using IzzyViz.DemoModels.Onnx;
using IzzyViz.DemoModels.Operations;

namespace IzzyViz.DemoModels.Models;

/// <summary>OPT for causal language modelling: positions are counted from the attention mask, inside the graph.</summary>
internal sealed class CausalDecoder : IDemoModel
{
    /// <summary>The family leaves the first rows of its position table to padding.</summary>
    private const int PositionOffset = 2;

    private const string Decoder = "model/decoder";

    /// <summary>
    /// What the position table is trained on from. Short and strong waves tell neighbours apart; from the usual long ones the heads
    /// of so small a model learn to look back, but blur the token before with those before it.
    /// </summary>
    private static readonly SinusoidalPositions FirstPositions = new() { Amplitude = 2, Base = 25 };

    private readonly Embedding _words;
    private readonly Embedding _positions;
    private readonly ImmutableArray<TransformerLayer> _layers;
    private readonly LayerNorm _norm;
    private readonly Linear _head;
    private readonly int _vocabulary;

    public CausalDecoder(ModelShape shape, int seed)
    {
        Parameters = new ParameterSet(seed);
        _vocabulary = shape.Vocabulary;
        _words = new Embedding(Parameters, $"{Decoder}/embed_tokens", shape.Vocabulary, shape.Width, 0.5f);
        var positions = FirstPositions.Table(shape.MaxPositions + PositionOffset, shape.Width);
        _positions = new Embedding(Parameters, $"{Decoder}/embed_positions", positions);
        _layers = [.. Enumerable.Range(0, shape.Layers).Select(Layer)];
        _norm = new LayerNorm(Parameters, $"{Decoder}/final_layer_norm", shape.Width);
        _head = new Linear(Parameters, "lm_head", shape.Width, shape.Vocabulary, hasBias: false);

        TransformerLayer Layer(int index) => new(Parameters, $"{Decoder}/layers.{index}", shape, causal: true);
    }

    public ParameterSet Parameters { get; }

    public ImmutableArray<AttentionLayer> AttentionLayers => [.. _layers.Select(layer => layer.SelfAttention)];

    public Matrix Logits(Tape tape, PackedBatch batch)
    {
        int[] positions = [.. batch.Packing.Positions().Select(position => position + PositionOffset)];
        var embedded = Addition.Apply(tape, _words.Forward(tape, batch.Ids), _positions.Forward(tape, positions));
        var x = _layers.Aggregate(new PackedRows(embedded, batch.Packing), (state, layer) => layer.Forward(tape, state));
        return _head.Forward(tape, _norm.Forward(tape, x.Matrix));
    }

    public ImmutableSortedDictionary<string, byte[]> Export(WeightFormat format)
    {
        var graph = new GraphWriter(format);
        graph.Input("input_ids", ElementType.Int64, "batch_size", "sequence_length");
        graph.Input("attention_mask", ElementType.Int64, "batch_size", "sequence_length");
        var mask = MaskNodes.CausalAndPadding(graph, Decoder, "input_ids", "attention_mask");
        var positions = _positions.Write(graph, Positions(graph));
        var embedded = graph.Node("Add", Decoder, [_words.Write(graph, "input_ids"), positions]);
        var x = _layers.Aggregate(embedded, (state, layer) => layer.Write(graph, state, mask));
        graph.Output(_head.Write(graph, _norm.Write(graph, x)), "logits", "batch_size", "sequence_length", $"{_vocabulary}");
        return ImmutableSortedDictionary<string, byte[]>.Empty.Add("model.onnx", graph.ToModel("main_graph"));
    }

    /// <summary>cumsum(mask)·mask - 1 + offset: padding has the row before that of the first token.</summary>
    private static string Positions(GraphWriter graph)
    {
        const string Module = $"{Decoder}/embed_positions";
        var counted = graph.Node("CumSum", Module, ["attention_mask", graph.Integer("axis_of_sequence", 1)]);
        var real = graph.Node("Mul", Module, [counted, "attention_mask"]);
        return graph.Node("Add", Module, [real, graph.Integer("position_offset", PositionOffset - 1)]);
    }
}

using System.Collections.Immutable;
using IzzyViz.DemoModels.Layers;
using IzzyViz.DemoModels.Numerics;
using IzzyViz.DemoModels.Onnx;
using IzzyViz.DemoModels.Operations;

namespace IzzyViz.DemoModels.Models;

/// <summary>Marian: encoder and decoder share the vocabulary; positions are sinusoids and are not trained.</summary>
internal sealed class EncoderDecoder : IDemoModel
{
    private const string Encoder = "model/encoder";
    private const string Decoder = "model/decoder";

    private readonly ModelShape _shape;
    private readonly Embedding _sourceWords;
    private readonly Embedding _targetWords;
    /// <summary>Not a parameter: the gradient that gathers here is never read.</summary>
    private readonly Matrix _sinusoids;
    private readonly ImmutableArray<TransformerLayer> _encoder;
    private readonly ImmutableArray<CrossLayer> _decoder;
    private readonly Linear _head;

    public EncoderDecoder(ModelShape shape, int seed)
    {
        Parameters = new ParameterSet(seed);
        _shape = shape;
        _sourceWords = new Embedding(Parameters, $"{Encoder}/embed_tokens", shape.Vocabulary, shape.Width, 0.5f);
        _targetWords = new Embedding(Parameters, $"{Decoder}/embed_tokens", shape.Vocabulary, shape.Width, 0.5f);
        _sinusoids = new SinusoidalPositions().Table(shape.MaxPositions, shape.Width);
        _encoder = [.. Enumerable.Range(0, shape.Layers).Select(EncoderLayer)];
        _decoder = [.. Enumerable.Range(0, shape.Layers).Select(DecoderLayer)];
        _head = new Linear(Parameters, "lm_head", shape.Width, shape.Vocabulary);

        TransformerLayer EncoderLayer(int index) => new(Parameters, $"{Encoder}/layers.{index}", shape, causal: false);
        CrossLayer DecoderLayer(int index) => new(Parameters, $"{Decoder}/layers.{index}", shape);
    }

    public ParameterSet Parameters { get; }

    public ImmutableArray<AttentionLayer> AttentionLayers =>
        [.. _encoder.Select(layer => layer.SelfAttention), .. _decoder.SelectMany(layer => layer.Attention)];

    public Matrix Logits(Tape tape, PackedBatch batch)
    {
        var memory = Embed(tape, _sourceWords, batch.SourceIds, batch.SourcePacking);
        memory = _encoder.Aggregate(memory, (state, layer) => layer.Forward(tape, state));
        var x = Embed(tape, _targetWords, batch.Ids, batch.Packing);
        x = _decoder.Aggregate(x, (state, layer) => layer.Forward(tape, state, memory));
        return _head.Forward(tape, x.Matrix);
    }

    public ImmutableSortedDictionary<string, byte[]> Export(WeightFormat format) => ImmutableSortedDictionary<string, byte[]>.Empty
        .Add("encoder_model.onnx", WriteEncoder(new GraphWriter(format)))
        .Add("decoder_model.onnx", WriteDecoder(new GraphWriter(format)));

    private PackedRows Embed(Tape tape, Embedding words, int[] ids, Packing packing)
    {
        var positions = RowLookup.Apply(tape, _sinusoids, packing.Positions());
        return new PackedRows(Addition.Apply(tape, words.Forward(tape, ids), positions), packing);
    }

    private byte[] WriteEncoder(GraphWriter graph)
    {
        graph.Input("input_ids", ElementType.Int64, "batch_size", "encoder_sequence_length");
        graph.Input("attention_mask", ElementType.Int64, "batch_size", "encoder_sequence_length");
        var mask = MaskNodes.Padding(graph, Encoder, "attention_mask");
        var x = _encoder.Aggregate(WriteEmbedding(graph, Encoder, _sourceWords), (state, layer) => layer.Write(graph, state, mask));
        graph.Output(x, "last_hidden_state", "batch_size", "encoder_sequence_length", $"{_shape.Width}");
        return graph.ToModel("main_graph");
    }

    private byte[] WriteDecoder(GraphWriter graph)
    {
        graph.Input("encoder_attention_mask", ElementType.Int64, "batch_size", "encoder_sequence_length");
        graph.Input("input_ids", ElementType.Int64, "batch_size", "decoder_sequence_length");
        graph.Input("encoder_hidden_states", ElementType.Float, "batch_size", "encoder_sequence_length", $"{_shape.Width}");
        var encoder = new EncoderValues("encoder_hidden_states", MaskNodes.Padding(graph, Decoder, "encoder_attention_mask"));
        var mask = MaskNodes.Causal(graph, Decoder, "input_ids");
        var x = WriteEmbedding(graph, Decoder, _targetWords);
        x = _decoder.Aggregate(x, (state, layer) => layer.Write(graph, state, mask, encoder));
        graph.Output(_head.Write(graph, x), "logits", "batch_size", "decoder_sequence_length", $"{_shape.Vocabulary}");
        return graph.ToModel("main_graph");
    }

    private string WriteEmbedding(GraphWriter graph, string module, Embedding words)
    {
        var length = MaskNodes.SequenceLength(graph, $"{module}/embed_positions", "input_ids");
        var range = graph.Node("Range", $"{module}/embed_positions", [graph.Integer("start", 0), length, graph.Integer("step", 1)]);
        var positions = new Embedding($"{module}/embed_positions", _sinusoids).Write(graph, range);
        return graph.Node("Add", module, [words.Write(graph, "input_ids"), positions]);
    }
}

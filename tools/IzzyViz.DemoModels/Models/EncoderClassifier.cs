using System.Collections.Immutable;
using IzzyViz.DemoModels.Layers;
using IzzyViz.DemoModels.Numerics;
using IzzyViz.DemoModels.Onnx;
using IzzyViz.DemoModels.Operations;

namespace IzzyViz.DemoModels.Models;

/// <summary>BERT for sequence classification: the class is read from the first token.</summary>
internal sealed class EncoderClassifier : IDemoModel
{
    private const string Pooler = "bert/pooler";

    private readonly Embedding _words;
    private readonly Embedding _positions;
    private readonly Embedding _segments;
    private readonly LayerNorm _norm;
    private readonly ImmutableArray<TransformerLayer> _layers;
    private readonly Linear _pooler;
    private readonly Linear _classifier;
    private readonly int _classes;

    public EncoderClassifier(ModelShape shape, int classes, int seed)
    {
        const string Embeddings = "bert/embeddings";
        Parameters = new ParameterSet(seed);
        _classes = classes;
        _words = new Embedding(Parameters, $"{Embeddings}/word_embeddings", shape.Vocabulary, shape.Width, 0.1f);
        _positions = new Embedding(Parameters, $"{Embeddings}/position_embeddings", shape.MaxPositions, shape.Width, 0.05f);
        _segments = new Embedding(Parameters, $"{Embeddings}/token_type_embeddings", 2, shape.Width, 0.02f);
        _norm = new LayerNorm(Parameters, $"{Embeddings}/LayerNorm", shape.Width);
        _layers = [.. Enumerable.Range(0, shape.Layers).Select(Layer)];
        _pooler = new Linear(Parameters, $"{Pooler}/dense", shape.Width, shape.Width);
        _classifier = new Linear(Parameters, "classifier", shape.Width, classes);

        TransformerLayer Layer(int index) => new(Parameters, $"bert/encoder/layer.{index}", shape, causal: false);
    }

    public ParameterSet Parameters { get; }

    public ImmutableArray<AttentionLayer> AttentionLayers => [.. _layers.Select(layer => layer.SelfAttention)];

    public Matrix Logits(Tape tape, PackedBatch batch)
    {
        var words = Addition.Apply(tape, _words.Forward(tape, batch.Ids), _segments.Forward(tape, new int[batch.Ids.Length]));
        var embedded = Addition.Apply(tape, words, _positions.Forward(tape, batch.Packing.Positions()));
        var x = new PackedRows(_norm.Forward(tape, embedded), batch.Packing);
        x = _layers.Aggregate(x, (state, layer) => layer.Forward(tape, state));
        var first = RowLookup.Apply(tape, x.Matrix, [.. Enumerable.Range(0, batch.Packing.Count).Select(batch.Packing.Start)]);
        return _classifier.Forward(tape, HyperbolicTangent.Apply(tape, _pooler.Forward(tape, first)));
    }

    public ImmutableSortedDictionary<string, byte[]> Export(WeightFormat format)
    {
        var graph = new GraphWriter(format);
        string[] ports = ["input_ids", "attention_mask", "token_type_ids"];
        Array.ForEach(ports, port => graph.Input(port, ElementType.Int64, "batch_size", "sequence_length"));
        var mask = MaskNodes.Padding(graph, "bert", "attention_mask");
        var x = _layers.Aggregate(Embed(graph), (state, layer) => layer.Write(graph, state, mask));
        var first = graph.Node("Gather", Pooler, [x, graph.Integer("first_token", 0)], OnnxAttribute.Of("axis", 1L));
        var pooled = graph.Node("Tanh", $"{Pooler}/activation", [_pooler.Write(graph, first)]);
        graph.Output(_classifier.Write(graph, pooled), "logits", "batch_size", $"{_classes}");
        return ImmutableSortedDictionary<string, byte[]>.Empty.Add("model.onnx", graph.ToModel("main_graph"));
    }

    private string Embed(GraphWriter graph)
    {
        const string Embeddings = "bert/embeddings";
        var words = graph.Node("Add", Embeddings, [_words.Write(graph, "input_ids"), _segments.Write(graph, "token_type_ids")]);
        var length = MaskNodes.SequenceLength(graph, Embeddings, "input_ids");
        var range = graph.Node("Range", Embeddings, [graph.Integer("start", 0), length, graph.Integer("step", 1)]);
        return _norm.Write(graph, graph.Node("Add", Embeddings, [words, _positions.Write(graph, range)]));
    }
}

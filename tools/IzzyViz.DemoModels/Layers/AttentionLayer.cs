using IzzyViz.DemoModels.Numerics;
using IzzyViz.DemoModels.Onnx;
using IzzyViz.DemoModels.Operations;

namespace IzzyViz.DemoModels.Layers;

/// <summary>Multi-head attention: of a sequence to itself, or to a memory.</summary>
internal sealed class AttentionLayer
{
    private readonly int _width;
    private readonly AttentionForm _form;
    private readonly Linear _query;
    private readonly Linear _key;
    private readonly Linear _value;
    private readonly Linear _output;

    public AttentionLayer(ParameterSet parameters, string module, ModelShape shape, bool causal)
    {
        (Module, _width, _form) = (module, shape.Width, new AttentionForm(shape.Heads, causal));
        _query = Projection(shape.Names.Projections.Query);
        _key = Projection(shape.Names.Projections.Key);
        _value = Projection(shape.Names.Projections.Value);
        _output = Projection(shape.Names.Output);

        Linear Projection(string name) => new(parameters, ModuleNames.Join(module, name), shape.Width, shape.Width);
    }

    public string Module { get; }

    public int Heads => _form.Heads;

    /// <summary>[head * size + i, width]: the rows of one head carry all it says to the residual stream.</summary>
    public Matrix OutputWeight => _output.Weight;

    /// <param name="memory">What keys and values are made of; x itself in self-attention.</param>
    public Matrix Forward(Tape tape, PackedRows x, PackedRows memory)
    {
        var query = _query.Forward(tape, x.Matrix);
        var key = _key.Forward(tape, memory.Matrix);
        var value = _value.Forward(tape, memory.Matrix);
        var input = new AttentionInput(query, key, value, x.Packing, memory.Packing);
        return _output.Forward(tape, ScaledDotProduct.Apply(tape, input, _form, Module));
    }

    /// <param name="mask">Added to the scores; broadcast over heads.</param>
    public string Write(GraphWriter graph, string x, string memory, string mask)
    {
        var query = Split(graph, _query.Write(graph, x), 0, 2, 1, 3);
        var key = Split(graph, _key.Write(graph, memory), 0, 2, 3, 1);
        var value = Split(graph, _value.Write(graph, memory), 0, 2, 1, 3);
        var scores = graph.Node("MatMul", Module, [query, key]);
        var scaled = graph.Node("Div", Module, [scores, graph.Scalar("root_of_head_size", MathF.Sqrt(_width / Heads))]);
        var masked = graph.Node("Add", Module, [scaled, mask]);
        var probabilities = graph.Node("Softmax", Module, [masked], OnnxAttribute.Of("axis", -1L));
        var context = graph.Node("MatMul", Module, [probabilities, value]);
        var tokens = graph.Node("Transpose", Module, [context], OnnxAttribute.Of("perm", 0, 2, 1, 3));
        var joined = graph.Node("Reshape", Module, [tokens, graph.Integers("joined_heads", 0, 0, _width)]);
        return _output.Write(graph, joined);
    }

    /// <summary>[batch, token, width] to heads, [batch, head, token, size] or, for keys, [batch, head, size, token].</summary>
    private string Split(GraphWriter graph, string projected, params long[] order)
    {
        var heads = graph.Node("Reshape", Module, [projected, graph.Integers("split_heads", 0, 0, Heads, _width / Heads)]);
        return graph.Node("Transpose", Module, [heads], OnnxAttribute.Of("perm", order));
    }
}

using IzzyViz.Analysis.Captures.Running;
using IzzyViz.Analysis.Models.Axes;
using IzzyViz.Analysis.Models.Axes.Sizes;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Models.Matching;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Captures.Probes;

/// <summary>Queries, keys and values of operators that take them as inputs: split into heads, biased, turned and joined to the cache as the operator does inside.</summary>
internal sealed class FusedProjections
{
    private readonly DataFlow _flow;
    private readonly OnnxNode _node;
    private readonly GraphBuilder _graph;

    private FusedProjections(DataFlow flow, OnnxNode node) =>
        (_flow, _node, _graph) = (flow, node, new(ProbePlanner.Name(node, "projections"), flow.Opset));

    /// <param name="probe">What reads the weights: where the node is replaced there, its replacement is what is extended here.</param>
    public static ProjectionProbe Of(DataFlow flow, AttentionSite site, Probe probe) => (site.Anchor.Op, site.Anchor.Domain) switch
    {
        ("MultiHeadAttention", _) => OfInputs(flow, site.Anchor),
        ("GroupQueryAttention", _) => new FusedProjections(flow, site.Anchor).Grouped(probe.Replacement!),
        ("Attention", "") => new FusedProjections(flow, site.Anchor).Standard(),
        _ => ProjectionProbe.No($"{site.Anchor.Op} keeps them inside"),
    };

    /// <summary>Of a multi-head operator.</summary>
    public static ProjectionProbe OfInputs(DataFlow flow, OnnxNode node) => new FusedProjections(flow, node).MultiHead();

    private long Heads => _node.Int("num_heads", _node.Int("q_num_heads"));

    private long KeyValueHeads => _node.Int("kv_num_heads", Heads);

    private ProjectionProbe MultiHead()
    {
        if (_node.Input(1).Length == 0 || _node.Input(2).Length == 0)
        {
            return ProjectionProbe.No("its queries, keys and values are packed into one tensor");
        }

        var query = Split(Biased(_node.Input(0), 0), Heads);
        var (key, value) = (Joined(OfHeads(1), 6), Joined(OfHeads(2), 7));
        return Finished(query, key, value) with { Bias = _node.Input(5) };
    }

    /// <summary>Keys of cross-attention come split already, and without a bias.</summary>
    private string OfHeads(int part) => Rank.Of(_flow, _node.Input(part)) == 4 ? _node.Input(part) : Split(Biased(_node.Input(part), part), Heads);

    private string Biased(string tensor, int part)
    {
        if (_node.Input(3).Length == 0 || _flow.Constant(_node.Input(3)) is not { Dims: [var size] })
        {
            return tensor;
        }

        var third = size / 3;
        return _graph.Add("Add", [tensor, _graph.Slice(_node.Input(3), 0, part * third, (part + 1) * third)]);
    }

    /// <summary>The cache that the operator gives out holds its keys turned, and its values.</summary>
    private ProjectionProbe Grouped(OnnxNode node)
    {
        var names = (Key: Named(node, 1), Value: Named(node, 2));
        var query = _node.Input(1).Length > 0 ? Split(_node.Input(0), Heads)
            : _graph.Slice(Split(_node.Input(0), Heads + (2 * KeyValueHeads)), 1, 0, Heads);
        query = _node.Int("do_rotary") == 1 ? Turned(query) : query;
        return Finished(query, names.Key, names.Value) with { Bias = _node.Input(10), Replacement = node.WithOutput(1, names.Key).WithOutput(2, names.Value) };
    }

    private static string Named(OnnxNode node, int output) => node.Output(output) is { Length: > 0 } name ? name : ProbePlanner.Name(node, $"cache.{output}");

    /// <summary>Rotary embedding as the operator applies it: positions from its own input, or counted on from the cache.</summary>
    private string Turned(string query)
    {
        var past = _graph.Add("Sub", [_graph.Cast(_graph.Reshape(_node.Input(6), 1), ElementType.Int64), _graph.Reshape(_graph.Size(query, 2), 1)]);
        var positions = _node.Input(9) is { Length: > 0 } given ? given : past;
        var size = _flow.Constant(_node.Input(7)) is { Dims: [_, var half] } ? 2 * half : 0;
        return _graph.Add(new OnnxNode
        {
            Op = "RotaryEmbedding",
            Domain = "com.microsoft",
            Inputs = [query, positions, _node.Input(7), _node.Input(8)],
            Attributes = [OnnxAttribute.Of("interleaved", _node.Int("rotary_interleaved")), OnnxAttribute.Of("num_heads", Heads), OnnxAttribute.Of("rotary_embedding_dim", size)],
        });
    }

    private ProjectionProbe Standard()
    {
        var isSplit = Heads == 0;
        var query = isSplit ? _node.Input(0) : Split(_node.Input(0), Heads);
        var key = Joined(isSplit ? _node.Input(1) : Split(_node.Input(1), KeyValueHeads), 4);
        var value = Joined(isSplit ? _node.Input(2) : Split(_node.Input(2), KeyValueHeads), 5);
        var mask = _flow.Value(_node.Input(3))?.Type == ElementType.Bool ? "" : _node.Input(3);
        return Finished(query, key, value) with { Bias = mask };
    }

    private ProjectionProbe Finished(string query, string key, string value) => new()
    {
        Query = Operand.Of(query),
        Key = Operand.Of(key),
        Value = Operand.Of(value),
        Cap = _node.Float("softcap"),
        Scale = _node.Float("scale"),
        Result = _node.Output(0),
        Nodes = _graph.Nodes,
        Tensors = _graph.Tensors,
    };

    private string Split(string tensor, long heads) => _graph.Transpose(_graph.Reshape(tensor, 0, 0, heads, -1), 0, 2, 1, 3);

    private string Joined(string part, int past) =>
        _node.Input(past).Length == 0 ? part : _graph.Add("Concat", [_node.Input(past), part], OnnxAttribute.Of("axis", 2));
}

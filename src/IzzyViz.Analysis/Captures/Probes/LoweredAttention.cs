using IzzyViz.Analysis.Models.Axes;
using IzzyViz.Analysis.Models.Axes.Sizes;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Models.Matching;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Captures.Probes;

/// <summary>
/// A <c>com.microsoft.Attention</c> or <c>QAttention</c>, which give no weights out, written as what they stand for: one projection, and a <c>MultiHeadAttention</c>,
/// which can give out its scores. So nothing is computed twice; that the model's outputs stay as they were is checked once per model.
/// </summary>
internal sealed class LoweredAttention
{
    private readonly DataFlow _flow;
    private readonly OnnxNode _node;
    private readonly FusedInputs _inputs;
    private readonly GraphBuilder _graph;

    private LoweredAttention(DataFlow flow, OnnxNode node)
    {
        (_flow, _node, _inputs) = (flow, node, FusedInputs.Of(node));
        _graph = new(ProbePlanner.Name(node, "projected"), flow.Opset);
    }

    /// <summary>The operator that takes the node's place, and the nodes around it.</summary>
    public static (OnnxNode Node, GraphBuilder Around) Of(DataFlow flow, OnnxNode node)
    {
        var lowered = new LoweredAttention(flow, node);
        return (lowered.MultiHead(), lowered._graph);
    }

    private bool HasPast => _inputs.Past.Length > 0;

    private OnnxNode MultiHead()
    {
        var size = QuerySize;
        var projected = Projected();
        var (q, k, v) = (_graph.Slice(projected, 2, 0, size), _graph.Slice(projected, 2, size, 2 * size), _graph.Slice(projected, 2, 2 * size, long.MaxValue));
        return _node with
        {
            Op = "MultiHeadAttention",
            Inputs = [q, k, v, "", Mask(), _inputs.Bias, Past(0), Past(1)],
            Outputs = HasPast || _node.Output(1).Length > 0 ? [_node.Output(0), .. Present()] : [_node.Output(0)],
            Attributes = [.. _node.Attributes.Where(a => a.Name is "num_heads" or "scale" or "mask_filter_value" or "unidirectional")],
        };
    }

    private long QuerySize => _node.Ints("qkv_hidden_sizes") is [var size, ..] ? size
        : _flow.Constant(_inputs.Weight) is { Dims: [_, var width] } ? width / 3 : throw new InvalidDataException($"the weights of '{_node.Label}' are computed");

    /// <summary>Queries, keys and values side by side. Values that are whole before the operator weighs them can be checked against its result.</summary>
    private string Projected()
    {
        if (_node.Op == "QAttention")
        {
            return _graph.Add(new OnnxNode
            {
                Op = "MatMulIntegerToFloat",
                Domain = "com.microsoft",
                Inputs = [_inputs.Tokens, _inputs.Weight, _inputs.TokensScale, _inputs.WeightScale, _inputs.TokensZero, _inputs.WeightZero, _inputs.ProjectionBias],
            });
        }

        var product = _graph.Add("MatMul", [_inputs.Tokens, _inputs.Weight]);
        return _inputs.ProjectionBias.Length > 0 ? _graph.Add("Add", [product, _inputs.ProjectionBias]) : product;
    }

    /// <summary>Per key, or per query and key. The number of real tokens per example is written out, because the other operator does not take it.</summary>
    private string Mask()
    {
        if (_inputs.Mask.Length == 0 || Rank.Of(_flow, _inputs.Mask) != 1)
        {
            return _inputs.Mask;
        }

        var keys = _graph.Size(_inputs.Tokens, 1);
        keys = HasPast ? _graph.Add("Add", [keys, _graph.Size(_inputs.Past, 3)]) : keys;
        var lengths = _graph.Reshape(_graph.Cast(_inputs.Mask, ElementType.Int64), -1, 1);
        return _graph.Cast(_graph.Add("Less", [_graph.Reshape(_graph.Range(keys), 1, -1), lengths]), ElementType.Int32);
    }

    /// <summary>Keys and values come in one tensor here, <c>[2, batch, head, token, size]</c>, and in two there.</summary>
    private string Past(long index) => HasPast ? _graph.Add("Gather", [_inputs.Past, _graph.IntScalar(index)]) : "";

    /// <summary>The names of the two parts that the other operator gives out; joined they are what this one gave.</summary>
    private string[] Present()
    {
        string[] parts = [ProbePlanner.Name(_node, "keys"), ProbePlanner.Name(_node, "values")];
        if (_node.Output(1) is { Length: > 0 } present)
        {
            _graph.Add(new OnnxNode { Op = "Concat", Inputs = [.. parts.Select(p => _graph.Unsqueeze(p, 0))], Attributes = [OnnxAttribute.Of("axis", 0)] }, present);
        }

        return parts;
    }
}

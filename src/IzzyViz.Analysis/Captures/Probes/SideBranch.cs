using IzzyViz.Analysis.Captures.Running;
using IzzyViz.Analysis.Models.Axes;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Captures.Probes;

/// <summary>
/// The probabilities of a <c>com.microsoft.Attention</c> or <c>QAttention</c>, which gives none out, computed a second time from its inputs:
/// projection, heads, cache, scaled product, masks, softmax.
/// </summary>
internal sealed class SideBranch
{
    private const float DefaultMaskValue = -10000;

    private readonly DataFlow _flow;
    private readonly OnnxNode _node;
    private readonly GraphBuilder _graph;
    private readonly FusedInputs _inputs;
    private readonly ElementType _type;
    private readonly long _heads;

    public SideBranch(DataFlow flow, OnnxNode node)
    {
        (_flow, _node, _inputs) = (flow, node, FusedInputs.Of(node));
        _graph = new(ProbePlanner.Name(node, "weights"), flow.Opset);
        _type = node.Op == "Attention" && Weight.Type == ElementType.Float16 ? ElementType.Float16 : ElementType.Float32;
        _heads = node.Int("num_heads", 1);
    }

    private OnnxTensor Weight => _flow.Constant(_inputs.Weight) ?? throw new InvalidDataException($"the weights of '{_node.Label}' are computed");

    /// <param name="parts">What else is wanted of the projection.</param>
    public Probe Build(CaptureParts parts)
    {
        var (query, key, value) = Heads();
        var scores = _graph.Add("Mul", [_graph.Add("MatMul", [query, _graph.Transpose(key, 0, 1, 3, 2)]), _graph.Number(Scale(), _type)]);
        scores = Masked(scores);
        scores = _inputs.Bias.Length > 0 ? _graph.Add("Add", [scores, _inputs.Bias]) : scores;
        scores = _node.Int("unidirectional") == 1 ? Causal(scores) : scores;
        var weights = _graph.Add("Softmax", [scores], OnnxAttribute.Of("axis", -1));
        var projection = (parts & CaptureParts.Projections) == CaptureParts.None ? null : new ProjectionProbe { Query = Operand.Of(query), Key = Operand.Of(key), Value = parts.HasFlag(CaptureParts.Value) ? Operand.Of(value) : null, Bias = _inputs.Bias, Result = _node.Output(0) };
        var probe = new Probe { Output = weights, Nodes = _graph.Nodes, Tensors = _graph.Tensors, Projection = projection };
        return new FusedCheck(_flow, _node).Against(probe, value, _node.Output(0));
    }

    private long QuerySize => _node.Ints("qkv_hidden_sizes") is [var size, ..] ? size : Weight.Dims[1] / 3;

    private float Scale() => _node.Float("scale") is not 0 and var scale ? scale : (float)(1 / Math.Sqrt((double)QuerySize / _heads));

    /// <summary>Queries, keys and values <c>[batch, head, token, size]</c>, the cache before the new tokens.</summary>
    private (string Query, string Key, string Value) Heads()
    {
        var projected = _node.Op == "QAttention" ? Dequantised() : _graph.Add("MatMul", [_inputs.Tokens, _inputs.Weight]);
        projected = _inputs.ProjectionBias.Length > 0 ? _graph.Add("Add", [projected, _inputs.ProjectionBias]) : projected;
        var query = Split(_graph.Slice(projected, 2, 0, QuerySize));
        var key = Cached(Split(_graph.Slice(projected, 2, QuerySize, 2 * QuerySize)), 0);
        return (query, key, Cached(Split(_graph.Slice(projected, 2, 2 * QuerySize, long.MaxValue)), 1));
    }

    private string Cached(string part, long index) => _inputs.Past.Length == 0 ? part
        : _graph.Add("Concat", [_graph.Add("Gather", [_inputs.Past, _graph.IntScalar(index)]), part], OnnxAttribute.Of("axis", 2));

    private string Split(string part) => _graph.Transpose(_graph.Reshape(part, 0, 0, _heads, -1), 0, 2, 1, 3);

    private string Dequantised()
    {
        var product = _graph.Add("MatMulInteger", [_inputs.Tokens, _inputs.Weight, _inputs.TokensZero, _inputs.WeightZero]);
        return _graph.Add("Mul", [_graph.Cast(product, ElementType.Float32), _graph.Add("Mul", [_inputs.TokensScale, _inputs.WeightScale])]);
    }

    private string Masked(string scores)
    {
        if (_inputs.Mask.Length == 0)
        {
            return scores;
        }

        var mask = Rank.Of(_flow, _inputs.Mask) switch
        {
            1 => Lengths(scores),
            3 => _graph.Unsqueeze(_inputs.Mask, 1),
            4 => throw new InvalidDataException($"the four-dimensional mask of '{_node.Label}' is not known"),
            _ => _graph.Reshape(_inputs.Mask, 0, 1, 1, -1),
        };
        var absent = _graph.Add("Sub", [_graph.Number(1, _type), _graph.Cast(mask, _type)]);
        return _graph.Add("Add", [scores, _graph.Add("Mul", [absent, _graph.Number(_node.Float("mask_filter_value", DefaultMaskValue), _type)])]);
    }

    /// <summary>A mask given as the number of real tokens per example.</summary>
    private string Lengths(string scores)
    {
        var keys = _graph.Reshape(_graph.Range(_graph.Size(scores, 3)), 1, 1, 1, -1);
        return _graph.Add("Less", [keys, _graph.Reshape(_graph.Cast(_inputs.Mask, ElementType.Int64), -1, 1, 1, 1)]);
    }

    private string Causal(string scores)
    {
        var (queries, keys) = (_graph.Size(scores, 2), _graph.Size(scores, 3));
        var last = _graph.Add("Add", [_graph.Reshape(_graph.Range(queries), -1, 1), _graph.Add("Sub", [keys, queries])]);
        var later = _graph.Cast(_graph.Add("Less", [last, _graph.Reshape(_graph.Range(keys), 1, -1)]), _type);
        return _graph.Add("Add", [scores, _graph.Add("Mul", [later, _graph.Number(float.MinValue, _type)])]);
    }
}

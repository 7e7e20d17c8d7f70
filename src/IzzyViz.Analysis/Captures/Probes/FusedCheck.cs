using IzzyViz.Analysis.Models.Axes;
using IzzyViz.Analysis.Models.Axes.Sizes;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Captures.Probes;

/// <summary>
/// Brings the values that an operator weighs and what it gives out into the layout of a plain product, <c>[batch, head, token, size]</c>, so that weights times
/// values can be compared with the operator's own result. Two transpositions; nothing is multiplied twice in the graph.
/// </summary>
internal sealed class FusedCheck(DataFlow flow, OnnxNode node)
{
    private const int Present = 2;

    private readonly GraphBuilder _graph = new(ProbePlanner.Name(node, "check"), flow.Opset);

    private long Heads => node.Int("num_heads", node.Int("q_num_heads"));

    /// <param name="probe">Reads the weights; its <see cref="Probe.Replacement"/> is the operator that runs.</param>
    public Probe Added(Probe probe) => probe.Replacement is not { } running ? probe : running.Op switch
    {
        "GroupQueryAttention" => Of(probe, WithCache(running)),
        "Attention" => Of(probe, running.Input(4).Length > 0 ? WithCache(running) : (running, Split(running.Input(2), node.Int("kv_num_heads")))),
        "MultiHeadAttention" when running.Input(7).Length > 0 && running.Input(8).Length == 0 => Of(probe, WithCache(running)),
        "MultiHeadAttention" when Values(running) is { } values => Of(probe, (running, Split(values, Heads))),
        _ => probe,
    };

    /// <summary>Values of a running operator against the result of another that should be the same.</summary>
    public Probe Against(Probe probe, string values, string result)
    {
        var check = new ValueProbe(Operand.Of(Grouped(values)), Operand.Of(Split(result, Heads)));
        return probe with { Nodes = [.. probe.Nodes, .. _graph.Nodes], Tensors = [.. probe.Tensors, .. _graph.Tensors], Check = check };
    }

    private Probe Of(Probe probe, (OnnxNode Running, string Values) what) =>
        Against(probe, what.Values, what.Running.Output(0)) with { Replacement = what.Running };

    /// <summary>The cache that the operator gives out holds all its values, those of earlier tokens first.</summary>
    private static (OnnxNode Running, string Values) WithCache(OnnxNode running)
    {
        var name = running.Output(Present) is { Length: > 0 } given ? given : ProbePlanner.Name(running, "values");
        return (running.WithOutput(Present, name), name);
    }

    /// <summary>With their part of the bias, the last of three; null behind a cache, or where that part is not known.</summary>
    private string? Values(OnnxNode running) => running.Input(2).Length == 0 || running.Input(7).Length > 0 ? null
        : running.Input(3).Length == 0 ? running.Input(2)
        : Rank.Of(flow, running.Input(2)) == 3 && AxisSize.Of(flow, running.Input(2), 0) is { } size
            ? _graph.Add("Add", [running.Input(2), _graph.Slice(running.Input(3), 0, -size, long.MaxValue)]) : null;

    private string Split(string tensor, long heads) => heads == 0 || Rank.Of(flow, tensor) == 4 ? tensor
        : _graph.Transpose(_graph.Reshape(tensor, 0, 0, heads, -1), 0, 2, 1, 3);

    /// <summary>Every group of heads that shares values becomes an example of its own.</summary>
    private string Grouped(string values) => _graph.Reshape(values, -1, 1, 0, 0);
}

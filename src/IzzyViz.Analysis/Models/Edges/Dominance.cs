using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Edges;

/// <summary>
/// For each node the next one that everything made of it has to go through on the way to the graph's outputs (its immediate post-dominator; Cooper, Harvey and Kennedy 2001,
/// one pass, because the graph has no cycles). Shapes taken from a tensor do not count as made of it.
/// </summary>
internal sealed class Dominance
{
    private const int Exit = int.MaxValue;
    private const int Dead = -1;

    private readonly DataFlow _flow;
    private readonly Dictionary<OnnxNode, int> _places = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> _outputs;
    private readonly int[] _next;

    public Dominance(DataFlow flow)
    {
        (_flow, _next) = (flow, new int[flow.Nodes.Length]);
        _outputs = flow.Graph.Outputs.Select(o => o.Name).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < _next.Length; i++)
        {
            _places[flow.Nodes[i]] = i;
        }

        for (var i = _next.Length - 1; i >= 0; i--)
        {
            _next[i] = flow.Nodes[i] is { Op: "Shape" or "Size", Domain: "" } ? Dead : NextOf(flow.Nodes[i]);
        }
    }

    /// <summary>The first node that everything made of several nodes goes through; null where there is none.</summary>
    public OnnxNode? Meeting(IEnumerable<OnnxNode> nodes)
    {
        var place = nodes.Select(n => _places[n]).Where(p => _next[p] != Dead).Aggregate(Dead, Common);
        return place is Exit or Dead ? null : _flow.Nodes[place];
    }

    /// <summary>A node and all that follow it on every way to the outputs.</summary>
    public IEnumerable<OnnxNode> Chain(OnnxNode node)
    {
        for (var place = _places[node]; place is not (Exit or Dead); place = _next[place])
        {
            yield return _flow.Nodes[place];
        }
    }

    private int NextOf(OnnxNode node)
    {
        var next = node.Outputs.Any(_outputs.Contains) ? Exit : Dead;
        foreach (var (reader, _) in node.Outputs.Where(o => o.Length > 0).SelectMany(_flow.Consumers))
        {
            next = _next[_places[reader]] == Dead ? next : Common(next, _places[reader]);
        }

        return next;
    }

    private int Common(int a, int b)
    {
        if (a == Dead || b == Dead)
        {
            return Math.Max(a, b);
        }

        while (a != b)
        {
            (a, b) = a < b ? (_next[a], b) : (a, _next[b]);
        }

        return a;
    }
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Captures.Segments;

/// <summary>A part of a graph that is run on its own.</summary>
/// <param name="Module">The module that can be read behind it; null for the last part.</param>
/// <param name="Nodes">Makers before readers; nodes of constants only are in every part that reads them.</param>
/// <param name="Carried">What it reads of earlier parts.</param>
/// <param name="Given">What it gives out: for its module, and for later parts.</param>
internal sealed record Segment(int? Module, ImmutableArray<OnnxNode> Nodes, ImmutableArray<string> Carried, ImmutableArray<string> Given);

/// <summary>
/// Cuts a graph behind each attention: a part holds what its module's tensors need and no earlier part has. So each node runs once, whatever the graph is, and
/// between two parts only what the later ones read is alive: the residual stream, masks and positions.
/// </summary>
internal sealed class SegmentPlan
{
    private readonly Dictionary<string, OnnxNode> _makers;
    private readonly HashSet<OnnxNode> _constant = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<OnnxNode, int> _part = new(ReferenceEqualityComparer.Instance);

    private SegmentPlan(OnnxGraph graph)
    {
        Graph = graph;
        _makers = graph.Nodes.SelectMany(n => n.Outputs.Where(o => o.Length > 0).Select(o => (o, n))).ToDictionary(p => p.o, p => p.n, StringComparer.Ordinal);
    }

    public OnnxGraph Graph { get; }

    public ImmutableArray<Segment> Segments { get; private init; } = [];

    /// <summary>For each tensor that is carried, the last part that needs it.</summary>
    public ImmutableSortedDictionary<string, int> LastUse { get; private init; } = ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>What each module needs, and what is needed in the end.</summary>
    public ImmutableArray<ImmutableArray<string>> Wanted { get; private init; } = [];

    /// <param name="modules">The tensors of each module, in the order of the data flow.</param>
    /// <param name="rest">What is to be there in the end.</param>
    public static SegmentPlan Of(OnnxGraph graph, ImmutableArray<ImmutableArray<string>> modules, ImmutableArray<string> rest)
    {
        var plan = new SegmentPlan(graph);
        var order = TopologicalOrder.Of(graph.Nodes, plan._makers);
        plan.MarkConstants(order);
        ImmutableArray<ImmutableArray<string>> wanted = [.. modules, rest];
        for (var i = 0; i < wanted.Length; i++)
        {
            plan.Assign(wanted[i], i);
        }

        var uses = plan.Uses(wanted);
        var carried = uses.Where(u => plan.PartOf(u.Key) is { } part && part < u.Value[^1]).ToDictionary(u => u.Key, u => u.Value, StringComparer.Ordinal);
        return new(graph)
        {
            Wanted = wanted,
            Segments = [.. wanted.Select((w, i) => new Segment(i < modules.Length ? i : null, plan.NodesOf(order, w, i), Carried(carried, plan, i), plan.Given(w, carried, i)))],
            LastUse = carried.ToImmutableSortedDictionary(c => c.Key, c => c.Value[^1], StringComparer.Ordinal),
        };
    }

    private static ImmutableArray<string> Carried(Dictionary<string, List<int>> carried, SegmentPlan plan, int part) =>
        [.. carried.Where(c => c.Value.Contains(part) && plan.PartOf(c.Key) < part).Select(c => c.Key).Order(StringComparer.Ordinal)];

    /// <summary>What of the wanted this part can give: what it makes, and what nobody makes.</summary>
    private ImmutableArray<string> Given(ImmutableArray<string> wanted, Dictionary<string, List<int>> carried, int part) =>
        [.. wanted.Where(t => PartOf(t) is null || PartOf(t) == part).Concat(carried.Keys.Where(t => PartOf(t) == part)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private int? PartOf(string tensor) => _makers.TryGetValue(tensor, out var maker) && _part.TryGetValue(maker, out var part) ? part : null;

    /// <summary>Nodes that are made of weights alone: cheap to repeat, and operators want to see constants as constants.</summary>
    private void MarkConstants(ImmutableArray<OnnxNode> order)
    {
        var known = Graph.Initializers.Select(t => t.Name).Append("").ToHashSet(StringComparer.Ordinal);
        foreach (var node in order.Where(n => !n.Op.StartsWith("Random", StringComparison.Ordinal) && TopologicalOrder.Reads(n).All(known.Contains)))
        {
            _constant.Add(node);
            known.UnionWith(node.Outputs);
        }
    }

    private void Assign(ImmutableArray<string> wanted, int part)
    {
        foreach (var node in Behind(wanted, n => _constant.Contains(n) || _part.ContainsKey(n)))
        {
            _part[node] = part;
        }
    }

    private List<OnnxNode> Behind(IEnumerable<string> tensors, Func<OnnxNode, bool> stops)
    {
        var (found, seen, stack) = (new List<OnnxNode>(), new HashSet<OnnxNode>(ReferenceEqualityComparer.Instance), new Stack<string>(tensors));
        while (stack.TryPop(out var tensor))
        {
            if (_makers.TryGetValue(tensor, out var maker) && !stops(maker) && seen.Add(maker))
            {
                found.Add(maker);
                foreach (var input in TopologicalOrder.Reads(maker))
                {
                    stack.Push(input);
                }
            }
        }

        return found;
    }

    /// <summary>The parts that read each tensor, in order.</summary>
    private Dictionary<string, List<int>> Uses(ImmutableArray<ImmutableArray<string>> wanted)
    {
        var uses = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var (tensor, part) in _part.SelectMany(p => TopologicalOrder.Reads(p.Key).Select(t => (t, p.Value))).Concat(wanted.SelectMany((w, i) => w.Select(t => (t, i)))).OrderBy(u => u.Item2))
        {
            var list = uses.TryGetValue(tensor, out var known) ? known : uses[tensor] = [];
            if (list.Count == 0 || list[^1] != part)
            {
                list.Add(part);
            }
        }

        return uses;
    }

    private ImmutableArray<OnnxNode> NodesOf(ImmutableArray<OnnxNode> order, ImmutableArray<string> wanted, int part)
    {
        var own = order.Where(n => _part.TryGetValue(n, out var p) && p == part).ToList();
        var constants = Behind(own.SelectMany(TopologicalOrder.Reads).Concat(wanted), n => !_constant.Contains(n)).ToHashSet<OnnxNode>(ReferenceEqualityComparer.Instance);
        return [.. order.Where(constants.Contains), .. own];
    }
}

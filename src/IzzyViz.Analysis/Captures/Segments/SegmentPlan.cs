using System.Collections.Immutable;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Captures.Segments;

/// <summary>
/// Cuts a graph behind each attention: a part holds what its module's tensors need and no earlier part has. So each node runs once, whatever the graph is, and
/// between two parts only what the later ones read is alive: the residual stream, masks and positions.
/// </summary>
internal sealed class SegmentPlan
{
    private readonly GraphOrder _graph;
    private readonly Dictionary<OnnxNode, int> _part = new(ReferenceEqualityComparer.Instance);

    private SegmentPlan(GraphOrder graph) => _graph = graph;

    public OnnxGraph Graph => _graph.Graph;

    public ImmutableArray<Segment> Segments { get; private init; } = [];

    /// <summary>For each tensor that is carried, the last part that needs it.</summary>
    public ImmutableSortedDictionary<string, int> LastUse { get; private init; } = ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>What each module needs, and what is needed in the end.</summary>
    public ImmutableArray<ImmutableArray<string>> Wanted { get; private init; } = [];

    /// <param name="modules">The tensors of each module, in the order of the data flow.</param>
    /// <param name="rest">What is to be there in the end.</param>
    public static SegmentPlan Of(OnnxGraph graph, ImmutableArray<ImmutableArray<string>> modules, ImmutableArray<string> rest)
    {
        var plan = new SegmentPlan(new(graph));
        ImmutableArray<ImmutableArray<string>> wanted = [.. modules, rest];
        for (var i = 0; i < wanted.Length; i++)
        {
            plan.Assign(wanted[i], i);
        }

        var uses = plan.Uses(wanted);
        var carried = uses.Where(u => plan.PartOf(u.Key) is { } part && part < u.Value[^1]).ToDictionary(u => u.Key, u => u.Value, StringComparer.Ordinal);
        return new(plan._graph)
        {
            Wanted = wanted,
            Segments = [.. wanted.Select((w, i) => new Segment(i < modules.Length ? i : null, plan.NodesOf(w, i), Carried(carried, plan, i), plan.Given(w, carried, i)))],
            LastUse = carried.ToImmutableSortedDictionary(c => c.Key, c => c.Value[^1], StringComparer.Ordinal),
        };
    }

    private static ImmutableArray<string> Carried(Dictionary<string, List<int>> carried, SegmentPlan plan, int part) =>
        [.. carried.Where(c => c.Value.Contains(part) && plan.PartOf(c.Key) < part).Select(c => c.Key).Order(StringComparer.Ordinal)];

    /// <summary>What of the wanted this part can give: what it makes, and what nobody makes.</summary>
    private ImmutableArray<string> Given(ImmutableArray<string> wanted, Dictionary<string, List<int>> carried, int part) =>
        [.. wanted.Where(t => PartOf(t) is null || PartOf(t) == part).Concat(carried.Keys.Where(t => PartOf(t) == part)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private int? PartOf(string tensor) => _graph.MakerOf(tensor) is { } maker && _part.TryGetValue(maker, out var part) ? part : null;

    private void Assign(ImmutableArray<string> wanted, int part)
    {
        foreach (var node in _graph.Behind(wanted, n => _graph.IsConstant(n) || _part.ContainsKey(n)))
        {
            _part[node] = part;
        }
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

    private ImmutableArray<OnnxNode> NodesOf(ImmutableArray<string> wanted, int part)
    {
        var own = _graph.Order.Where(n => _part.TryGetValue(n, out var p) && p == part).ToList();
        var constants = _graph.Behind(own.SelectMany(TopologicalOrder.Reads).Concat(wanted), n => !_graph.IsConstant(n)).ToHashSet<OnnxNode>(ReferenceEqualityComparer.Instance);
        return [.. _graph.Order.Where(constants.Contains), .. own];
    }
}

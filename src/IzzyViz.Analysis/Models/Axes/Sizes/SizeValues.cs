using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using IzzyViz.Analysis.Models.Axes.Order;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Axes.Sizes;

/// <summary>Numbers that a graph computes from shapes: which axes they are the sizes of.</summary>
internal sealed class SizeValues(DataFlow flow)
{
    private readonly Dictionary<string, ImmutableArray<Extent?>?> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Extent?> _single = new(StringComparer.Ordinal);

    /// <summary>Of a single number; null where it is none, or computed in another way.</summary>
    public Extent? One(string tensor)
    {
        if (!_single.TryGetValue(tensor, out var one) && RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            one = flow.Constant(tensor) is null && flow.Producer(tensor) is { } node ? Single(node) : All(tensor) is [var only] ? only : null;
            _single[tensor] = one;
        }

        return one;
    }

    private Extent? Single(OnnxNode node) => node.Op switch
    {
        "Unsqueeze" or "Squeeze" or "Cast" or "Identity" or "Reshape" or "Floor" => One(node.Input(0)),
        "Gather" when flow.Constant(node.Input(1))?.Int64s() is [var place] => At(All(node.Input(0)), place),
        "Mul" => Extent.Times(One(node.Input(0)), One(node.Input(1))),
        "Div" => Extent.Over(One(node.Input(0)), One(node.Input(1))),
        _ => All(node.Output(0)) is [var only] ? only : null,
    };

    private static Extent? At(ImmutableArray<Extent?>? all, long place) =>
        all is { } known && (place < 0 ? place + known.Length : place) is var index && index >= 0 && index < known.Length ? known[(int)index] : null;

    /// <summary>The sizes in a tensor of sizes; null where their number is not known, and for those that are computed.</summary>
    public ImmutableArray<Extent?>? All(string sizes)
    {
        if (!_known.TryGetValue(sizes, out var all) && RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            all = flow.Constant(sizes) is { } constant ? Written(constant) : flow.Producer(sizes) is { } node ? Computed(node) : null;
            _known[sizes] = all;
        }

        return all;
    }

    private ImmutableArray<Extent?>? Computed(OnnxNode node) => node switch
    {
        { Op: "Concat", Inputs.Length: <= ValueSkimmer.MostAxes } => Joined(node.Inputs.Select(Part)),
        { Op: "Shape" } => flow.Extents.All(node.Input(0)) is { } all ? Between(all, node.Int("start"), node.Int("end", all.Length)) : null,
        { Op: "Slice" } => All(node.Input(0)) is { } all && Cut.OfList(flow, node, all.Length) is { } taken ? all[taken] : null,
        { Op: "Gather" } => flow.Constant(node.Input(1)) is { Count: <= ValueSkimmer.MostAxes } places && All(node.Input(0)) is { } from
            ? [.. (places.Int64s() ?? []).Select(p => At(from, p))] : null,
        { Op: "Cast" or "Identity" } => All(node.Input(0)),
        { Op: "Reshape" } when flow.Constant(node.Input(1)) is { Count: 1 } => All(node.Input(0)),
        // PyTorch's exporter asks Expand to keep an axis so: where a size equals -1 it is replaced.
        { Op: "Where" } when flow.Producer(node.Input(0)) is { Op: "Equal" } asked && asked.Inputs.Contains(node.Input(2), StringComparer.Ordinal) => All(node.Input(2)),
        _ => null,
    };

    private ImmutableArray<Extent?>? Part(string part) =>
        All(part) ?? (Rank.PartLength(flow, part) is not { } count ? null : count == 1 ? [One(part)] : [.. new Extent?[count]]);

    private static ImmutableArray<Extent?>? Written(OnnxTensor constant) =>
        constant.Count <= ValueSkimmer.MostAxes && constant.Int64s() is { } numbers ? [.. numbers.Select(n => (Extent?)Extent.Of(n))] : null;

    private static ImmutableArray<Extent?>? Joined(IEnumerable<ImmutableArray<Extent?>?> parts)
    {
        var all = ImmutableArray.CreateBuilder<Extent?>();
        foreach (var part in parts)
        {
            if (part is not { } known || all.Count + known.Length > ValueSkimmer.MostAxes)
            {
                return null;
            }

            all.AddRange(known);
        }

        return all.ToImmutable();
    }

    private static ImmutableArray<Extent?> Between(ImmutableArray<Extent?> all, long start, long end)
    {
        var (from, to) = (Cut.Place(start, all.Length), Cut.Place(end, all.Length));
        return from < to ? all[from..to] : [];
    }
}

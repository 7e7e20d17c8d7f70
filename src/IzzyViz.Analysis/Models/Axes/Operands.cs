using System.Collections.Immutable;
using IzzyViz.Analysis.Models.Axes.Sizes;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Axes;

/// <summary>
/// The operands that say what runs along an axis of an element-wise result. One of a single entry there is spread over the others; one number for each token, as of a mask or a norm, is no
/// token, and what is made of positions, types, masks or biases alone is added to tokens wherever they stand. Axes are counted from the end.
/// </summary>
internal static class Operands
{
    private static readonly ImmutableArray<string> Spreading = ["Expand", "Identity", "Cast"];

    public static ImmutableArray<string> Deciding(DataFlow flow, OnnxNode node, int axis)
    {
        ImmutableArray<string> fed = [.. node.Inputs.Skip(node.Op == "Where" ? 1 : 0).Where(flow.IsData)];
        return node.Op == "Concat" || fed.Length < 2 ? fed
            : Unless(Unless(Unless(fed, i => IsSingle(flow, i, axis)), i => axis > 0 && IsSingle(flow, i, 0)), i => !flow.Reach(i).Overlaps(flow.Bearers));
    }

    private static ImmutableArray<string> Unless(ImmutableArray<string> all, Func<string, bool> isLeftOut) => all.Where(i => !isLeftOut(i)).ToImmutableArray() is { IsEmpty: false } rest ? rest : all;

    private static bool IsSingle(DataFlow flow, string tensor, int axis) => flow.Extents.Of(Bare.Of(flow, tensor, Spreading), axis).Number == 1;
}

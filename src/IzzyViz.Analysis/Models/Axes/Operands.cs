using System.Collections.Immutable;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Axes;

/// <summary>
/// The operands that say what runs along an axis of an element-wise result. One of a single entry there is spread over the others, and one number for each token, as of a mask or a norm, is no
/// token. Axes are counted from the end.
/// </summary>
internal static class Operands
{
    public static ImmutableArray<string> Deciding(DataFlow flow, OnnxNode node, int axis)
    {
        ImmutableArray<string> fed = [.. node.Inputs.Skip(node.Op == "Where" ? 1 : 0).Where(flow.IsData)];
        return node.Op == "Concat" || fed.Length < 2 ? fed : Unless(Unless(fed, i => IsSingle(flow, i, axis)), i => axis > 0 && IsSingle(flow, i, 0));
    }

    private static ImmutableArray<string> Unless(ImmutableArray<string> all, Func<string, bool> isLeftOut) => all.Where(i => !isLeftOut(i)).ToImmutableArray() is { IsEmpty: false } rest ? rest : all;

    private static bool IsSingle(DataFlow flow, string tensor, int axis) => flow.Extents.Of(tensor, axis).Number == 1;
}

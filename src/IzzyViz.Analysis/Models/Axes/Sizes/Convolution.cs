using System.Collections.Immutable;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Axes.Sizes;

/// <summary>The axes of a convolution's input and result, counted from the end: places, then channels, then examples.</summary>
internal static class Convolution
{
    /// <summary>How many axes of places there are, as the kernel says or, where it is not written, its weights; null where neither does.</summary>
    public static int? Places(DataFlow flow, OnnxNode node) =>
        node.Ints("kernel_shape") is { Length: > 0 } kernel ? kernel.Length : Rank.Of(flow, node.Input(node.Op == "QLinearConv" ? 3 : 1)) - 2;

    /// <summary>Whether there are as many places behind it as before, along one axis of them.</summary>
    public static bool Keeps(OnnxNode node, int place)
    {
        var (kernel, pads) = (node.Ints("kernel_shape"), node.Ints("pads"));
        return place < kernel.Length && At(node.Ints("strides"), place) == 1 && (node.Attribute("auto_pad")?.Text is "SAME_UPPER" or "SAME_LOWER"
            || (pads.Length == 2 * kernel.Length && pads[^(place + 1)] + pads[^(kernel.Length + place + 1)] == (kernel[^(place + 1)] - 1) * At(node.Ints("dilations"), place)));
    }

    private static long At(ImmutableArray<long> numbers, int place) => place < numbers.Length ? numbers[^(place + 1)] : 1;

    /// <summary>The axis of channels, as of an image where nothing tells.</summary>
    public static int Channels(DataFlow flow, OnnxNode node) => Places(flow, node) ?? 2;
}

using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Axes;

/// <summary>Which inputs are images or films: numbers along four axes that are no cache, no mask, and are not merely added to scores as a bias is.</summary>
internal static class ImageInput
{
    public static bool Is(DataFlow flow, OnnxValue input) => (input.Type.IsFloat() || input.Type == ElementType.UInt8) && input.Dims is { Length: >= 4 }
        && InputRoles.Of(input) == InputRole.User && !IsBias(flow, input);

    /// <summary>Merely added to something, as a bias for each pair of tokens is to scores.</summary>
    public static bool IsBias(DataFlow flow, OnnxValue input) => input.Dims is { Length: >= 3 } && input.Type.IsFloat() && flow.Consumers(input.Name).All(c => c.Node.Op is "Add" or "Sum" or "Where");
}

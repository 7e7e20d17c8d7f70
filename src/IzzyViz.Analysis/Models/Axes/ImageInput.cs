using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Axes;

/// <summary>Which inputs are images or films: numbers along four axes that are no cache, no mask, and are not merely added to scores as a bias is.</summary>
internal static class ImageInput
{
    public static bool Is(DataFlow flow, OnnxValue input) => (input.Type.IsFloat() || input.Type == ElementType.UInt8) && input.Dims is { Length: >= 4 }
        && InputRoles.Of(input) == InputRole.User && flow.Consumers(input.Name).Any(c => c.Node.Op is not ("Add" or "Sum" or "Where"));
}

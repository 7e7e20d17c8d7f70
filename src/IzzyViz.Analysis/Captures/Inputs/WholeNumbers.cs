using System.Globalization;
using IzzyViz.Analysis.Onnx;
using IzzyViz.Analysis.Tensors;

namespace IzzyViz.Analysis.Captures.Inputs;

/// <summary>Ids, masks and positions may be given as floats, as long as nothing is lost.</summary>
internal static class WholeNumbers
{
    /// <summary>The first number that is not whole; null where all are.</summary>
    public static string? FirstOther(Tensor tensor)
    {
        var other = tensor.Type.IsFloat() ? Array.FindIndex(tensor.ToSingles(), f => !float.IsInteger(f)) : -1;
        return other < 0 ? null : tensor.ToSingles()[other].ToString(CultureInfo.InvariantCulture);
    }
}

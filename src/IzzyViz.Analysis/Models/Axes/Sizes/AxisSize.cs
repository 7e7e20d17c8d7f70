using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Axes.Sizes;

/// <summary>How long an axis is, where that is written near by: in the weights of a projection, a norm or a table, or in the shape that a Reshape asks for. Axes are counted from the end.</summary>
internal static class AxisSize
{
    private const int NearBy = 16;

    /// <summary>Null where it is not written, or depends on what is fed.</summary>
    public static long? Of(DataFlow flow, string tensor, int axis)
    {
        var isSpread = false;
        for (var step = 0; step < NearBy && axis >= 0; step++)
        {
            if (flow.Producer(tensor) is not { } node || flow.Constant(tensor) is not null || Written(flow, node, axis) is not null)
            {
                return Known(flow, tensor, axis) is var size && !(isSpread && size == 1) ? size : null;
            }

            isSpread |= node.Op is "Add" or "Sub" or "Mul" or "Div";
            (tensor, axis) = Before(flow, node, axis);
        }

        return null;
    }

    /// <summary>What is told where it stands.</summary>
    private static long? Known(DataFlow flow, string tensor, int axis) => flow.Constant(tensor) is { } constant ? OfConstant(constant, axis)
        : flow.Producer(tensor) is { } node ? Written(flow, node, axis)
        : flow.Value(tensor)?.Dims is { } dims && axis < dims.Length ? dims[^(axis + 1)].Size : null;

    private static long? OfConstant(OnnxTensor constant, int axis) => axis < constant.Dims.Length ? constant.Dims[^(axis + 1)] : null;

    /// <summary>What the node itself says.</summary>
    private static long? Written(DataFlow flow, OnnxNode node, int axis) => node.Op switch
    {
        "Reshape" => ReshapeTarget.At(flow, node.Input(1), axis),
        "MatMulNBits" when axis == 0 => node.Int("N"),
        "Gather" when axis == 0 && !flow.IsData(node.Input(0)) && node.Int("axis") == 0 => flow.Constant(node.Input(0)) is { Dims.Length: 2 } table ? table.Dims[1] : null,
        "LayerNormalization" or "SimplifiedLayerNormalization" or "RMSNormalization" when axis == 0 => Parameters(flow, node.Input(1)),
        "SkipLayerNormalization" or "SkipSimplifiedLayerNormalization" when axis == 0 => Parameters(flow, node.Input(2)),
        "Expand" => ReshapeTarget.At(flow, node.Input(1), axis) is > 1 and var size ? size : null,
        "Add" or "Sub" or "Mul" or "Div" => node.Inputs.Select(i => flow.Constant(i) is { } c ? OfConstant(c, axis) : null).FirstOrDefault(s => s > 1),
        _ => null,
    };

    private static long? Parameters(DataFlow flow, string scale) => flow.Constant(scale) is { Dims.Length: 1 } c ? c.Dims[0] : null;

    /// <summary>The axis of an input that is as long; no axis where there is none.</summary>
    private static (string Tensor, int Axis) Before(DataFlow flow, OnnxNode node, int axis)
    {
        if (Product.Of(node) is { } product)
        {
            return OfProduct(flow, product, axis);
        }

        return node.Op switch
        {
            "Transpose" => (node.Input(0), Permutation.Before(flow, node, axis) ?? -1),
            "Squeeze" => (node.Input(0), InsertedAxes.BeforeSqueeze(flow, node, axis)),
            "Conv" => (node.Input(0), axis == Convolution.Channels(flow, node) + 1 ? axis : -1),
            "GatherElements" => (node.Input(1), axis),
            "Unsqueeze" => (node.Input(0), InsertedAxes.BeforeUnsqueeze(flow, node, axis) ?? -1),
            "Slice" or "Split" => (node.Input(0), WrittenAxis.MayChange(flow, node, axis) ? -1 : axis),
            "Add" or "Sub" or "Mul" or "Div" or "Cast" or "Identity" or "QuantizeLinear" or "DequantizeLinear" or "Clip" or "Softmax" => (Operand(flow, node), axis),
            "LayerNormalization" or "SimplifiedLayerNormalization" or "RMSNormalization" => (node.Input(0), axis),
            _ => ("", -1),
        };
    }

    /// <summary>Parameters under a product of integers are cast and scaled first.</summary>
    private static (string Tensor, int Axis) OfProduct(DataFlow flow, Product product, int axis) => product.OperandAxis(axis) switch
    {
        (false, var place) => (flow.IsData(product.Right) || flow.Constant(product.Right) is not null ? product.Right : Weights(flow, product.Right), place),
        (true, var place) => (product.Left, place),
        _ => ("", -1),
    };

    private static string Weights(DataFlow flow, string tensor)
    {
        for (var step = 0; step < NearBy && flow.Producer(tensor) is { Op: "Cast" or "Mul" or "DequantizeLinear" } node; step++)
        {
            tensor = node.Input(0);
        }

        return tensor;
    }

    private static string Operand(DataFlow flow, OnnxNode node) =>
        node.Inputs.FirstOrDefault(flow.IsData) ?? node.Inputs.FirstOrDefault(i => flow.Producer(i) is not null && flow.Constant(i) is null) ?? "";
}

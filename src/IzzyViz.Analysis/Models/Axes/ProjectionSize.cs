using IzzyViz.Analysis.Models.Edges;

namespace IzzyViz.Analysis.Models.Axes;

/// <summary>The size of a tensor's last axis where a projection close by tells it.</summary>
internal static class ProjectionSize
{
    private const int NearBy = 8;

    public static long? Of(DataFlow flow, string tensor)
    {
        for (var step = 0; step < NearBy && flow.Producer(tensor) is { } node; step++)
        {
            if (node.IsContrib("MatMulNBits"))
            {
                return node.Int("N");
            }

            if (Product.Of(node) is { Equation: null, RightContracted: 1 } mixing && flow.IsData(mixing.Right))
            {
                tensor = mixing.Right;
                continue;
            }

            if (Product.Of(node) is { } product)
            {
                var dims = flow.Constant(product.Right)?.Dims ?? flow.Constant(Before(flow, product.Right))?.Dims;
                return dims is { Length: 2 } d ? d[product.RightContracted == 1 ? 1 : 0] : null;
            }

            if (node.Op == "Reshape")
            {
                return ReshapeTarget.Of(flow, node.Input(1)) is [.., { } last] ? last : null;
            }

            if (node.Op == "Transpose" ? node.Ints("perm") is not [.., var end] || end != node.Ints("perm").Length - 1 : node.Op is not ("Add" or "Cast" or "Mul" or "Identity" or "QuantizeLinear" or "DequantizeLinear" or "Clip"))
            {
                return null;
            }

            tensor = node.Inputs.FirstOrDefault(flow.IsData) ?? node.Inputs.FirstOrDefault(i => flow.Producer(i) is not null && flow.Constant(i) is null) ?? "";
        }

        return null;
    }

    /// <summary>Quantised weights go through a cast and a scale first.</summary>
    private static string Before(DataFlow flow, string tensor)
    {
        for (var step = 0; step < NearBy && flow.Producer(tensor) is { } node && node.Op is "Transpose" or "Cast" or "Mul" or "DequantizeLinear"; step++)
        {
            if (node.Op == "Transpose")
            {
                return "";
            }

            tensor = node.Input(0);
        }

        return tensor;
    }
}

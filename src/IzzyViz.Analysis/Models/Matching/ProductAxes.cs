using IzzyViz.Analysis.Models.Axes;
using IzzyViz.Analysis.Models.Edges;

namespace IzzyViz.Analysis.Models.Matching;

/// <summary>Which axes of the two operands of a product run over queries and over keys.</summary>
/// <param name="keyAxis">Of the product's result, from the end.</param>
internal sealed class ProductAxes(Product product, int keyAxis)
{
    private readonly bool _keysAreLeft = product.IsFromLeft(keyAxis) ?? false;

    public string Key => _keysAreLeft ? product.Left : product.Right;

    public string Query => _keysAreLeft ? product.Right : product.Left;

    /// <summary>What is known of both.</summary>
    public TokenAxes Tokens(DataFlow flow, OriginTrace origins) => new(flow, origins, Keys, Queries);

    public AxisPlace? Keys => product.OperandAxis(keyAxis) is { } key ? new(Key, key.Axis) : null;

    public AxisPlace? Queries => QueryAxis() is { } query ? new(Query, query) : null;

    /// <summary>Whether each query meets keys that no other query meets.</summary>
    public bool IsOneQueryPerPlace(OriginTrace origins) => product.Equation is { } equation && equation.Free(!_keysAreLeft).Length == 0
        && equation.Shared.Any(l => origins.Of(Query, Equation.Place(Letters(equation), l)!.Value) == AxisOrigin.Fed);

    /// <summary>The axis of the queries that their keys do not have.</summary>
    private int? QueryAxis() => product.Equation is not { } equation ? product.OperandAxis(1 - keyAxis)?.Axis
        : equation.Free(!_keysAreLeft) is [.., var letter] ? Equation.Place(Letters(equation), letter) : null;

    private string Letters(Equation equation) => _keysAreLeft ? equation.Right : equation.Left;
}

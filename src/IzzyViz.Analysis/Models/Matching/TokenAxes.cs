using IzzyViz.Analysis.Models.Axes;
using IzzyViz.Analysis.Models.Edges;

namespace IzzyViz.Analysis.Models.Matching;

/// <summary>Where the queries and the keys of a product come from, and whether they can be tokens.</summary>
internal sealed class TokenAxes
{
    private readonly bool _isOneQueryPerPlace;
    private readonly bool _mayBeInAnyOrder;
    private readonly bool _haveReadAnotherStream;

    /// <param name="keyAxis">Of the product's result.</param>
    public TokenAxes(DataFlow flow, OriginTrace origins, Product product, int keyAxis)
    {
        _mayBeInAnyOrder = origins.QueriesMayBePicked;
        var keysAreLeft = product.IsFromLeft(keyAxis) ?? false;
        var (key, query) = keysAreLeft ? (product.Left, product.Right) : (product.Right, product.Left);
        Key = product.OperandAxis(keyAxis) is { } place ? origins.Of(key, place.Axis) : AxisOrigin.Unknown;
        _haveReadAnotherStream = Key == AxisOrigin.Learned && Resampler.Gave(flow, key, query);
        if (product.Equation is not { } equation)
        {
            Query = product.OperandAxis(1 - keyAxis) is { } other ? origins.Of(query, other.Axis) : AxisOrigin.Unknown;
            return;
        }

        var letters = keysAreLeft ? equation.Right : equation.Left;
        var own = equation.Free(!keysAreLeft);
        Query = own.Length > 0 ? origins.Of(query, Equation.Place(letters, own[^1])!.Value) : AxisOrigin.Unknown;
        _isOneQueryPerPlace = own.Length == 0 && equation.Shared.Any(l => origins.Of(query, Equation.Place(letters, l)!.Value) == AxisOrigin.Fed);
    }

    public AxisOrigin Query { get; }

    public AxisOrigin Key { get; }

    /// <summary>Parameters, or places of an image that were picked out as objects.</summary>
    public bool QueriesAreSlots => Query is AxisOrigin.Learned or AxisOrigin.Chosen;

    public bool KeysAreSlots => Key is AxisOrigin.Learned or AxisOrigin.Chosen;

    /// <summary>Why it relates no tokens; null where it may.</summary>
    public string? Problem => Key switch
    {
        AxisOrigin.Made => "its keys are what a projection made, not tokens",
        AxisOrigin.Examples => "it relates the examples of a batch",
        AxisOrigin.Mixed => "its keys hold parts of several tokens",
        AxisOrigin.Chosen when !(_mayBeInAnyOrder && Query == AxisOrigin.Chosen) => "its keys are tokens in another order than they are fed",
        not AxisOrigin.Chosen when Query == AxisOrigin.Chosen && !_mayBeInAnyOrder => "its queries are tokens in another order than they are fed",
        AxisOrigin.Learned when Query != AxisOrigin.Learned && !_haveReadAnotherStream => "its keys are parameters, not tokens",
        _ => _isOneQueryPerPlace ? "every token has keys of its own" : null,
    };
}

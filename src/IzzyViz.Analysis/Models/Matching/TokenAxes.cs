using IzzyViz.Analysis.Models.Axes;
using IzzyViz.Analysis.Models.Axes.Order;
using IzzyViz.Analysis.Models.Edges;

namespace IzzyViz.Analysis.Models.Matching;

/// <summary>Where queries and keys come from, and whether they can be tokens.</summary>
internal sealed class TokenAxes
{
    private readonly bool _mayBeInAnyOrder;
    private readonly bool _haveReadAnotherStream;
    private readonly bool _areMoved;
    private readonly bool _areOfOtherExamples;

    /// <param name="key">The axis that runs over keys; null where it cannot be told.</param>
    public TokenAxes(DataFlow flow, OriginTrace origins, AxisPlace? key, AxisPlace? query)
    {
        _mayBeInAnyOrder = origins.QueriesMayBePicked;
        (Key, Query) = (origins.Of(key), origins.Of(query));
        _haveReadAnotherStream = Key == AxisOrigin.Learned && query is { } reader && Resampler.Gave(flow, key!.Value.Tensor, reader.Tensor);
        _areMoved = key is { } k && query is { } q && (origins.Moves.Differ(k, q) || (!_mayBeInAnyOrder && origins.Moves.Of(k).Any(move => !Grid.IsRolled(flow, origins, move))));
        _areOfOtherExamples = key is { } own && query is { } others && AreOthers(origins, own.Outermost(flow), others.Outermost(flow));
    }

    public AxisOrigin Query { get; }

    public AxisOrigin Key { get; }

    /// <summary>The site with what is known of its queries.</summary>
    public AttentionSite Told(AttentionSite site) => site with
    {
        QueryIsLearned = IsSlots(Query) && !IsSlots(Key),
        SlotsAttend = IsSlots(Query) && IsSlots(Key),
        QueryIsFed = Query == AxisOrigin.Fed,
    };

    private static bool AreOthers(OriginTrace origins, AxisPlace key, AxisPlace query) =>
        origins.Moves.Differ(key, query) || (origins.Of(key) == AxisOrigin.Chosen && origins.Of(query) is not (AxisOrigin.Chosen or AxisOrigin.Unknown));

    /// <summary>Parameters, or places of an image that were picked out as objects.</summary>
    private static bool IsSlots(AxisOrigin origin) => origin is AxisOrigin.Learned or AxisOrigin.Chosen;

    /// <summary>
    /// Why they relate no tokens; null where they may. Places of an image may be rolled round together, as shifted windows are; texts, and keys against their queries, may not.
    /// </summary>
    public string? Problem => Key switch
    {
        AxisOrigin.Made => "its keys are what a projection made, not tokens",
        AxisOrigin.Examples => "it relates the examples of a batch",
        AxisOrigin.Mixed => "its keys hold parts of several tokens",
        AxisOrigin.Chosen when !(_mayBeInAnyOrder && Query == AxisOrigin.Chosen) => "its keys are tokens in another order than they are fed",
        not AxisOrigin.Chosen when Query == AxisOrigin.Chosen && !_mayBeInAnyOrder => "its queries are tokens in another order than they are fed",
        AxisOrigin.Learned when Query != AxisOrigin.Learned && !_haveReadAnotherStream => "its keys are parameters, not tokens",
        _ when _areOfOtherExamples => "its keys are of other examples than its queries",
        _ => _areMoved ? "its keys are tokens in other places than they are fed" : null,
    };
}

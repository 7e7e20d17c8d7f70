using System.Collections.Immutable;
using IzzyViz.SiteGen.Pages.Sites;

namespace IzzyViz.SiteGen.Pages.Comparisons;

/// <summary>From one checkpoint to the next.</summary>
/// <param name="ToLast">Distance of the first of the two from the last checkpoint.</param>
internal sealed record StepInterval(PageLink From, PageLink To, Quantity Mean, string Furthest, Quantity Largest, Quantity ToLast)
{
    public static ImmutableArray<StepInterval> Of(ComparisonView view)
    {
        var steps = view.Plan.Sides.Length - 1;
        var pairs = view.Main.Pairs;
        return [.. pairs.Take(steps).Select((pair, i) => Of(view, pair, i < steps - 1 ? pairs[steps + i].Mean : pair.Mean))];
    }

    private static StepInterval Of(ComparisonView view, ComparedPair pair, double toLast)
    {
        var furthest = pair.Means.IsEmpty ? default : pair.Means.MaxBy(m => m.Distance);
        return new(
            new(view.Label(pair.First), SiteAddresses.Model(pair.First)),
            new(view.Label(pair.Second), SiteAddresses.Model(pair.Second)),
            Distance.Of(pair.Mean),
            pair.Means.IsEmpty ? "" : view.NameOf(pair.First, furthest.Heads.First),
            Distance.Of(pair.Means.IsEmpty ? double.NaN : furthest.Distance),
            Distance.Of(toLast));
    }
}

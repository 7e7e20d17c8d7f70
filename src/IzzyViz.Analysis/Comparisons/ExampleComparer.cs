using IzzyViz.Analysis.Storage;
using IzzyViz.Analysis.Summaries;

namespace IzzyViz.Analysis.Comparisons;

/// <summary>Compares the maps of two results over one example. The distances are a result of their own: while both results stay, no map is read again.</summary>
/// <param name="load">A result with its maps.</param>
public sealed class ExampleComparer(ResultStore store, Func<StoreKey, ExampleSummary> load)
{
    /// <summary>Goes up when the alignment of tokens, the distance or the stored form changes what would be stored.</summary>
    private const string Form = "1";

    /// <summary>From the store, or computed and stored.</summary>
    public ExampleDistances Compare(StoreKey first, StoreKey second, HeadPairs pairs)
    {
        var key = StoreKey.Of(("distances", Form), ("first", first.Hex), ("second", second.Hex), ("pairs", pairs.Name));
        if (store.TryRead(key) is { } stored && ExampleDistances.Read(stored) is { } known && known.Distances.Length == pairs.Pairs.Length)
        {
            return known;
        }

        var distances = Compare(load(first), load(second), pairs);
        store.Write(key, distances.ToBytes());
        return distances;
    }

    /// <summary>Computed, whatever is stored. Both are results over one example.</summary>
    public static ExampleDistances Compare(ExampleSummary first, ExampleSummary second, HeadPairs pairs)
    {
        var source = Align(TokenAligner.Align(first.Source, second.Source));
        var target = first.Target is { } a && second.Target is { } b ? Align(TokenAligner.Align(a, b)) : null;
        var shared = new SharedTokens(first, second, source, target);
        var (ofFirst, ofSecond) = (first.Maps.ToDictionary(m => m.Head), second.Maps.ToDictionary(m => m.Head));
        return new([.. pairs.Pairs.Select(p => Distance(ofFirst.GetValueOrDefault(p.First), ofSecond.GetValueOrDefault(p.Second), shared))], source, target);
    }

    private static TokenAlignment? Align(TokenAlignment alignment) => alignment.IsIdentity ? null : alignment;

    private static float Distance(AttentionMap? first, AttentionMap? second, SharedTokens shared)
    {
        if (first is null || second is null)
        {
            return float.NaN;
        }

        var (a, b) = shared.Bring(first, second);
        var fits = a.Axes.Keys.Count == b.Axes.Keys.Count && a.Axes.Queries.Count == b.Axes.Queries.Count;
        return fits ? (float)MapDistance.Of(a, b) : float.NaN;
    }
}

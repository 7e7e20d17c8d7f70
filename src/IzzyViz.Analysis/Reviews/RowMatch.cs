using System.Collections.Immutable;
using IzzyViz.Analysis.Summaries;

namespace IzzyViz.Analysis.Reviews;

/// <summary>Which row of one table is which of the other, as indices; -1 where a side lacks it.</summary>
internal sealed record RowMatch(RunTable Base, RunTable Head)
{
    public required ImmutableArray<RowPair> Unchanged { get; init; }

    public required ImmutableArray<RowPair> Edited { get; init; }

    public required ImmutableArray<RowPair> Added { get; init; }

    public required ImmutableArray<RowPair> Removed { get; init; }

    /// <summary>The rows whose values are not paired.</summary>
    public ImmutableArray<RowPair> Changed => [.. Removed, .. Edited, .. Added];

    /// <summary>
    /// By id; a row with the same id and another content hash is edited. In the newer table's order, removed rows in the older's.
    /// </summary>
    public static RowMatch Of(RunTable older, RunTable newer)
    {
        var before = Indices(older);
        var after = Indices(newer);
        var pairs = newer.Examples.Select((e, h) => new RowPair(before.GetValueOrDefault(e.Id, -1), h)).ToArray();
        var both = pairs.Where(p => p.Base >= 0).ToLookup(p => older.Examples[p.Base].ContentHash == newer.Examples[p.Head].ContentHash);
        return new(older, newer)
        {
            Unchanged = [.. both[true]],
            Edited = [.. both[false]],
            Added = [.. pairs.Where(p => p.Base < 0)],
            Removed = [.. before.Where(r => !after.ContainsKey(r.Key)).Select(r => new RowPair(r.Value, -1)).OrderBy(r => r.Base)],
        };
    }

    public RowChanges ToChanges() => new(Describe(Added), Describe(Removed), Describe(Edited), Unchanged.Length);

    private static Dictionary<string, int> Indices(RunTable table) =>
        table.Examples.Select((e, index) => (e.Id, index)).ToDictionary(e => e.Id, e => e.index, StringComparer.Ordinal);

    private ImmutableArray<RowChange> Describe(ImmutableArray<RowPair> rows) => [.. rows.Select(r =>
    {
        var (before, after) = (r.Base < 0 ? null : Base.Examples[r.Base], r.Head < 0 ? null : Head.Examples[r.Head]);
        return new RowChange((after ?? before)!.Id, before?.Text, after?.Text);
    })];
}

internal readonly record struct RowPair(int Base, int Head);

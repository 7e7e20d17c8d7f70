namespace IzzyViz.Analysis.Storage;

/// <param name="Bytes">Of the files, headers included.</param>
public readonly record struct StoreSize(int Count, long Bytes)
{
    public static StoreSize operator +(StoreSize left, StoreSize right) => new(left.Count + right.Count, left.Bytes + right.Bytes);

    public static StoreSize Add(StoreSize left, StoreSize right) => left + right;

    internal static StoreSize Of(IEnumerable<FileInfo> files) => files.Aggregate(new StoreSize(0, 0), (sum, f) => sum + new StoreSize(1, f.Length));
}

public enum StoreScope
{
    /// <summary>Results unused for thirty days.</summary>
    Stale,
    All,
}

internal static class StoreScopes
{
    public static readonly TimeSpan StaleAfter = TimeSpan.FromDays(30);

    /// <summary>Past this age a temporary file has no writer any more.</summary>
    public static readonly TimeSpan AbandonedAfter = TimeSpan.FromHours(1);
}

namespace IzzyViz.SiteGen.Structures;

/// <summary>Things that a table can show in one row.</summary>
internal static class Alike
{
    /// <summary>Things of the same key in a list of their own, in the order of the first of each.</summary>
    /// <param name="isWhole">Every single thing has a list of its own.</param>
    public static IEnumerable<List<T>> Of<T, TKey>(IEnumerable<T> items, Func<T, TKey> key, bool isWhole) =>
        isWhole ? items.Select(i => new List<T> { i }) : items.GroupBy(key).Select(g => g.ToList());
}

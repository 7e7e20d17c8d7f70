namespace IzzyViz.Analysis.Statistics.Patterns;

/// <summary>
/// Groups by agglomeration: the two groups whose members are nearest on average are joined, again and again (Sokal and Michener 1958,
/// UPGMA). Among equally near pairs the one with the lowest members is joined first.
/// </summary>
public static class AverageLinkage
{
    /// <summary>The group of every item: 0 is the largest, and of two as large the one with the earlier item comes first.</summary>
    /// <param name="distances"><c>[item, item]</c>, symmetric.</param>
    /// <param name="limit">Groups further apart than this stay apart.</param>
    public static int[] Cut(double[,] distances, double limit)
    {
        var groups = new LinkedGroups(distances);
        while (groups.Count > 1)
        {
            var (first, second, apart) = groups.Nearest();
            if (apart > limit)
            {
                break;
            }

            groups.Join(first, second);
        }

        return Numbered(groups.Owner);
    }

    private static int[] Numbered(int[] owner)
    {
        var order = owner.Select((o, i) => (Owner: o, Item: i))
            .GroupBy(o => o.Owner)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.First().Item)
            .Select((g, number) => (g.Key, number))
            .ToDictionary(g => g.Key, g => g.number);
        return [.. owner.Select(o => order[o])];
    }
}

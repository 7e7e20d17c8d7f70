using System.Collections.Immutable;
using IzzyViz.Analysis.Summaries;

namespace IzzyViz.SiteGen.Figures.Views;

/// <summary>Of each row the strongest cells, as few as hold a given share of the row's weight; weakest of all first. Equal weights go by key.</summary>
/// <param name="Dropped">Cells that exist and are not drawn.</param>
/// <param name="DroppedShare">Their share of all weight.</param>
internal sealed record MassLines(ImmutableArray<WeightLine> Drawn, int Dropped, double DroppedShare)
{
    public static MassLines Of(AttentionMap map, double mass, int most)
    {
        var rows = Enumerable.Range(0, map.Axes.Queries.Count).Select(q => Row(map, q)).ToArray();
        var chosen = rows.SelectMany(r => Strongest(r, mass)).OrderByDescending(l => l.Weight).ThenBy(l => l.Query).ThenBy(l => l.Key).Take(most).Reverse().ToImmutableArray();
        var (all, kept) = (rows.SelectMany(r => r).Sum(c => Math.Max(c.Weight, 0)), chosen.Sum(c => c.Weight));
        return new(chosen, rows.Sum(r => r.Length) - chosen.Length, all > 0 ? Math.Max(0, all - kept) / all : 0);
    }

    public IReadOnlySet<int> Strongest(int count, Func<WeightLine, int> token) => Drawn.Reverse().Take(count).Select(token).ToHashSet();

    public string Words(double mass) =>
        $"Of each token the strongest keys are drawn until they hold {FigureNumber.PerCent(mass)} of its weight: {FigureNumber.Count(Drawn.Length)} curves; {FigureNumber.Count(Dropped)} cells with {FigureNumber.PerCent(DroppedShare)} of all weight are counted, not drawn.";

    private static WeightLine[] Row(AttentionMap map, int query) =>
        [.. Enumerable.Range(0, map.Axes.Keys.Count).Where(key => map.Axes.Mask[query, key]).Select(key => new WeightLine(0, query, key, map[query, key]))];

    private static IEnumerable<WeightLine> Strongest(WeightLine[] row, double mass)
    {
        var wanted = mass * row.Sum(c => Math.Max(c.Weight, 0));
        foreach (var cell in row.OrderByDescending(c => c.Weight).ThenBy(c => c.Key))
        {
            // A hair of rounding to single precision does not call for one more.
            if (wanted <= 1e-6 || cell.Weight <= 0)
            {
                yield break;
            }

            wanted -= cell.Weight;
            yield return cell;
        }
    }
}

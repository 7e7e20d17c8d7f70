using System.Collections.Immutable;
using IzzyViz.Analysis.Summaries;

namespace IzzyViz.SiteGen.Figures.Views;

/// <param name="Map">Which of the maps.</param>
internal readonly record struct WeightLine(int Map, int Query, int Key, double Weight);

/// <param name="Floor">Weaker cells are counted, not drawn.</param>
/// <param name="Most">Where more cells than this reach the floor, it is raised, by thousandths, until no more do.</param>
internal sealed record LineLimits(double Floor, int Most);

/// <summary>The cells of one or several maps that are drawn as lines, weakest first, and what is known of the others.</summary>
/// <param name="Floor">The least weight drawn.</param>
/// <param name="Dropped">Cells that exist and are not drawn.</param>
/// <param name="DroppedShare">Their share of all weight.</param>
internal sealed record WeightLines(ImmutableArray<WeightLine> Drawn, double Floor, int Dropped, double DroppedShare)
{
    public static WeightLines Of(IReadOnlyList<AttentionMap> maps, LineLimits limits)
    {
        var cells = maps.SelectMany(Cells).ToList();
        var floor = FloorOf(cells, limits);
        var drawn = cells.Where(c => c.Weight >= floor).OrderBy(c => c.Weight).ToImmutableArray();
        var (all, kept) = (cells.Sum(c => Math.Max(c.Weight, 0)), drawn.Sum(c => c.Weight));
        return new(drawn, floor, cells.Count - drawn.Length, all > 0 ? Math.Max(0, all - kept) / all : 0);
    }

    /// <summary>"Drawn are the 41 lines of weight 0.1 and above; 103 weaker cells with 18 % of the weight are counted, not drawn."</summary>
    public string Words() => Dropped == 0
        ? $"All {Counted(Drawn.Length, "cell")} are drawn."
        : $"Drawn are the {Counted(Drawn.Length, "line")} of weight {FigureNumber.Plain(Floor)} and above; {Counted(Dropped, "weaker cell")} with {FigureNumber.PerCent(DroppedShare)} of the weight {(Dropped == 1 ? "is" : "are")} counted, not drawn.";

    private static IEnumerable<WeightLine> Cells(AttentionMap map, int index)
    {
        for (var query = 0; query < map.Axes.Queries.Count; query++)
        {
            for (var key = 0; key < map.Axes.Keys.Count; key++)
            {
                if (map.Axes.Mask[query, key])
                {
                    yield return new(index, query, key, map[query, key]);
                }
            }
        }
    }

    // A weight of 0 is no line, whatever the floor.
    private static double FloorOf(List<WeightLine> cells, LineLimits limits)
    {
        var floor = Math.Max(limits.Floor, 1e-4);
        var strong = cells.Where(c => c.Weight >= floor).Select(c => c.Weight).OrderDescending().ToArray();
        return strong.Length <= limits.Most ? floor : (Math.Floor(strong[limits.Most] * 1000) + 1) / 1000;
    }

    private static string Counted(int count, string what) => $"{FigureNumber.Count(count)} {what}{(count == 1 ? "" : "s")}";
}
